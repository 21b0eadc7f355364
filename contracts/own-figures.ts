/** A radiologist's own figures across HTTP. There is no reader in the question: nobody can ask for another's. */
import { z } from 'zod';
import { ownFigureIds } from '#core/reading/own-figures';
import { endpoint, type OutputOf } from './endpoint.ts';

const uuid = z.guid();
const day = z.string();
const score = z.number().int().min(1).max(5);
const interval = z.object({ lower: z.number(), upper: z.number() });

export const ownFigures = endpoint({
  method: 'GET',
  path: '/api/reading/own-figures',
  permission: ['radiologist'],
  input: z.strictObject({ years: z.coerce.number().int().min(1).max(10).default(3) }),
  output: z.object({
    snapshot: z.object({ id: z.string(), dataCut: day, codeVersion: z.string() }).nullable(),
    from: day,
    /** Reads in each year, the latest first; the last is not whole when the data cut is within it. */
    volume: z.array(z.object({ year: z.number().int(), reads: z.number().int() })),
    volumeWanted: z.object({ reads: z.number().int(), lower: z.number().int(), upper: z.number().int() }),
    figures: z.array(
      z.object({
        id: z.enum(ownFigureIds),
        events: z.number().int(),
        of: z.number().int(),
        value: z.number().nullable(),
        interval: interval.nullable(),
        meaningfulFrom: z.number().int().nullable(),
        colleagues: z.object({ lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
      }),
    ),
    /** Cancers in images she read: found at the screening though she scored them 1, and interval cancers. */
    cases: z.array(
      z.object({
        personId: uuid,
        caseId: uuid,
        kind: z.enum(['found-by-other', 'interval']),
        readOn: day,
        own: z.object({ left: score, right: score }),
        otherPositive: z.boolean(),
        diagnosedOn: day,
      }),
    ),
  }),
  summary: "The radiologist's own figures on blind reads, beside the anonymous spread of her colleagues",
});
export type OwnFigures = OutputOf<typeof ownFigures>;

export const ownCase = endpoint({
  method: 'GET',
  path: '/api/reading/own-cases/:caseId',
  permission: ['radiologist'],
  input: z.strictObject({ personId: uuid, caseId: uuid }),
  output: z.object({
    caseId: uuid,
    age: z.number().int(),
    examinedOn: day,
    unit: z.string(),
    modality: z.enum(['DM', 'DBT']),
    views: z.array(z.object({ view: z.enum(['LCC', 'RCC', 'LMLO', 'RMLO']), taken: z.boolean() })),
    priors: z.array(day),
    own: z.object({
      readOn: day,
      left: score,
      right: score,
      findings: z.array(z.object({ breast: z.enum(['left', 'right']), kind: z.string() })),
    }),
    outcome: z.enum(['negative', 'recall', 'dismissed', 'withdrawn']).nullable(),
    cancers: z.array(
      z.object({
        diagnosedOn: day,
        side: z.enum(['left', 'right', 'both', 'unknown']),
        behaviour: z.enum(['dcis', 'invasive']),
        sizeMm: z.number().nullable(),
      }),
    ),
  }),
  summary: 'A case that the radiologist read herself and in which there was cancer; the look is audited',
});
