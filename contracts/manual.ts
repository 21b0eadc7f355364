import { z } from 'zod';
import { editionSchema } from '#core/manual/edition';
import { entrySchema, stages } from '#core/manual/progress';
import type { Role } from '#core/people/access';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const centreRoles = ['coordinator', 'radiologist', 'radiographer'] as const satisfies readonly Role[];
const year = z.coerce.number().int().min(1990).max(2200);

const measure = z.object({ criterionId: z.string(), text: z.string(), dueOn: dayText, overdue: z.boolean() });

export const listManuals = endpoint({
  method: 'GET',
  path: '/api/manual',
  permission: ['office', ...centreRoles],
  input: z.object({ year: year.optional() }),
  output: z.object({
    years: z.array(z.object({ year: z.number().int(), dueOn: dayText })),
    year: z.number().int().nullable(),
    edition: editionSchema.omit({ criteria: true }).extend({ criteria: z.number().int() }),
    centres: z.array(
      z.object({
        centreId: z.string(),
        name: z.string(),
        region: z.string(),
        stage: z.enum(stages),
        dueOn: dayText,
        overdue: z.boolean(),
        answered: z.number().int(),
        notMet: z.number().int(),
        questions: z.number().int(),
        openMeasures: z.number().int(),
        overdueMeasures: z.number().int(),
      }),
    ),
  }),
  summary: 'How the centres’ answers to the quality manual stand for a year (the latest unless told)',
});

export const showManual = endpoint({
  method: 'GET',
  path: '/api/manual/:year/:centreId',
  permission: ['office', ...centreRoles],
  input: z.object({ year, centreId: z.string() }),
  output: z.object({
    year: z.number().int(),
    centre: z.object({ id: z.string(), name: z.string() }),
    edition: editionSchema,
    stage: z.enum(stages),
    dueOn: dayText,
    seq: z.number().int(),
    dataCut: dayText.nullable(),
    criteria: z.array(
      z.object({
        id: z.string(),
        answer: z
          .object({
            verdict: z.enum(['met', 'partly', 'not-met', 'not-applicable']),
            account: z.string(),
            documents: z.array(z.object({ documentId: z.guid(), title: z.string(), fileName: z.string() })),
            measure: z.object({ text: z.string(), dueOn: dayText }).nullable(),
            done: z.string().nullable(),
          })
          .nullable(),
        question: z.string().nullable(),
        figures: z.array(
          z.object({
            id: z.string(),
            name: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
            scale: z.enum(['percent', 'per-1000', 'ratio', 'days', 'working-days', 'points', 'seconds']),
            numerator: z.number(),
            denominator: z.number(),
            value: z.number().nullable(),
            limits: z.object({ lower: z.number(), upper: z.number() }).nullable(),
            nation: z.number().nullable(),
            /** Some of those that are counted in the year are still to come. */
            provisional: z.boolean(),
          }),
        ),
      }),
    ),
    measures: z.array(measure),
    log: z.array(z.object({ seq: z.number().int(), day: dayText, by: z.string(), entry: entrySchema })),
  }),
  summary: 'One centre’s answers for a year, with the figures that bear on them and what has happened',
});
export type Manual = OutputOf<typeof showManual>;

export const openManualYear = endpoint({
  method: 'POST',
  path: '/api/manual/years',
  permission: ['office'],
  input: z.object({ year, dueOn: dayText }),
  output: z.object({ year: z.number().int() }),
  summary: 'Asks every centre to answer the manual for a year',
});

const written = z.object({ seq: z.number().int() });
const where = { year, centreId: z.string(), seen: z.number().int().min(0) };

export const answerManual = endpoint({
  method: 'POST',
  path: '/api/manual/:year/:centreId/answers',
  permission: [...centreRoles],
  input: z.object({ ...where, entry: entrySchema }),
  output: written,
  summary: 'Writes what the centre says: an answer, that all is submitted, that a measure is done',
});

export const followUpManual = endpoint({
  method: 'POST',
  path: '/api/manual/:year/:centreId/follow-up',
  permission: ['office'],
  input: z.object({ ...where, entry: entrySchema }),
  output: written,
  summary: 'Writes what the office says: a question, a return, an acceptance, a reopening',
});

export const manualReport = endpoint({
  method: 'GET',
  path: '/api/manual/:year/:centreId/report',
  permission: ['office', ...centreRoles],
  input: z.object({ year, centreId: z.string(), language: z.enum(['nb', 'nn', 'en']).default('nb') }),
  output: z.object({ title: z.string(), fileName: z.string(), pdf: z.string(), sha256: z.string() }),
  summary: 'The centre’s report for the year as a PDF',
});

export const loadEdition = endpoint({
  method: 'POST',
  path: '/api/manual/editions',
  permission: ['office'],
  input: z.object({ edition: z.unknown() }),
  output: z.object({ id: z.string(), version: z.string(), criteria: z.number().int() }),
  summary: 'Loads an edition of the manual; the next year opened is answered by it',
});
