/** The door that AI products send their results through. It is called by a machine that signs what it sends (core/ai/signature.ts). */
import { z } from 'zod';
import { answerSchema } from '#core/ai/answer';
import { endpoint } from './endpoint.ts';

const reference = z.string().regex(/^[A-Za-z0-9_.:-]{1,80}$/, 'expected 1-80 letters, digits or - _ . :');
const instant = z.iso.datetime({ offset: true });

/** One run over one examination: an answer, or why there is none. */
export const pushedRun = z
  .strictObject({
    /** The product's own name for this run; a run is taken once. */
    run: reference,
    product: reference,
    version: reference,
    /** As they stand in the order that came with the images; neither is her identity number. */
    person: z.guid(),
    examination: z.guid(),
    answer: answerSchema.optional(),
    failure: z.string().trim().min(1).max(200).optional(),
    modelHash: z.string().max(128).optional(),
    thresholdSet: z.string().max(80).optional(),
    /** The images it was given: instance UID, and the SHA-256 of the file where it is known. */
    inputs: z
      .array(
        z.strictObject({
          image: z.string().regex(/^[0-9.]{1,64}$/, 'expected an instance UID'),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .optional(),
        }),
      )
      .max(50)
      .optional(),
    startedAt: instant.optional(),
    finishedAt: instant.optional(),
  })
  .refine((run) => (run.answer === undefined) !== (run.failure === undefined), {
    message: 'expected an answer, or a failure that says why there is none',
    path: ['answer'],
  });

export const pushAiResult = endpoint({
  method: 'POST',
  path: '/api/ai/results',
  permission: 'anyone',
  signed: true,
  input: pushedRun,
  output: z.object({ run: z.string(), examination: z.string(), accepted: z.literal(true) }),
  summary:
    'Takes the result of an AI product about one examination, signed with its key; the same run again changes nothing',
});
