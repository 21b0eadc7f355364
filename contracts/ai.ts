/** Machines' results as the office, the administrator, the researcher and the physicist watch them: counts, never a woman's. */
import { z } from 'zod';
import { gives } from '#core/ai/answer';
import { dayText } from '#core/registry/delivery';
import { endpoint, type OutputOf } from './endpoint.ts';

const counting = ['office', 'administrator', 'researcher'] as const;
const count = z.number().int();
const reference = z.string().regex(/^[A-Za-z0-9_.:-]{1,40}$/, 'expected 1-40 letters, digits or - _ . :');
const version = { product: reference, version: reference };
const higherIs = z.enum(['suspicious', 'normal']);

export const aiOverview = endpoint({
  method: 'GET',
  path: '/api/ai/overview',
  permission: counting,
  input: z.strictObject({}),
  output: z.object({
    today: dayText,
    /** How far back what is counted here goes. */
    from: dayText,
    awaitedDays: count,
    refusals: count,
    products: z.array(
      z.object({
        ...version,
        name: z.string(),
        vendor: z.string(),
        scaleMin: z.number(),
        scaleMax: z.number(),
        higherIs,
        gives: z.array(z.enum(gives)),
        registeredOn: dayText,
        hasKey: z.boolean(),
        /** The calibration in use today. */
        calibration: z.string().nullable(),
      }),
    ),
    calibrations: z.array(
      z.object({
        calibrationId: z.guid(),
        ...version,
        name: z.string(),
        description: z.string(),
        source: z.enum(['results', 'loaded']),
        examinations: count,
        madeOn: dayText,
        madeBy: z.string(),
        inUse: z.boolean(),
        /** Each time it was chosen, the latest first: from which day on, and by whom. */
        uses: z.array(z.object({ from: dayText, by: z.string() })),
      }),
    ),
    /** By the day it came, or was given up. */
    days: z.array(
      z.object({
        day: dayText,
        product: z.string(),
        answered: count,
        failed: count,
        /** Had not come in time. */
        late: count,
        /** Came after it had been given up: kept and not used. */
        notUsed: count,
      }),
    ),
    reveals: z.array(
      z.object({
        product: z.string(),
        item: z.string(),
        role: z.string(),
        /** null = the case was closed. */
        step: z.string().nullable(),
        shown: count,
        cases: count,
      }),
    ),
  }),
  summary:
    'Products, calibrations, and the last weeks in counts: results, failures, what came too late, what was shown to whom',
});
export type AiOverview = OutputOf<typeof aiOverview>;

export const registerAiProduct = endpoint({
  method: 'POST',
  path: '/api/ai/products',
  permission: ['administrator'],
  input: z.strictObject({
    ...version,
    name: z.string().trim().min(1).max(80),
    vendor: z.string().trim().max(80).default(''),
    scaleMin: z.number(),
    scaleMax: z.number(),
    higherIs,
    gives: z.array(z.enum(gives)).min(1).max(gives.length),
  }),
  output: z.literal(true),
  summary: 'Registers a version of an AI product: its scale and what it gives',
});

export const makeAiKey = endpoint({
  method: 'POST',
  path: '/api/ai/keys',
  permission: ['administrator'],
  input: z.strictObject({ product: reference }),
  output: z.object({ key: z.string() }),
  summary: 'Makes a new key for a product and shows it this once; the old one no longer counts',
});

export const makeAiCalibration = endpoint({
  method: 'POST',
  path: '/api/ai/calibrations',
  permission: ['administrator'],
  input: z.strictObject({
    ...version,
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(400).default(''),
    from: dayText,
    to: dayText,
  }),
  output: z.object({ calibrationId: z.guid() }),
  summary: 'Makes a named calibration population of the examinations of a period',
});

export const loadAiCalibration = endpoint({
  method: 'POST',
  path: '/api/ai/calibrations/load',
  permission: ['administrator'],
  input: z.strictObject({
    ...version,
    name: z.string().trim().min(1).max(80),
    description: z.string().trim().max(400).default(''),
    /** Scores in ascending order, at equal steps from the lowest to the highest of the distribution. */
    points: z.array(z.number()).min(2).max(2001),
    examinations: z.int().min(1),
  }),
  output: z.object({ calibrationId: z.guid() }),
  summary: "Takes in a calibration population as the product's maker gives it",
});

export const chooseAiCalibration = endpoint({
  method: 'POST',
  path: '/api/ai/calibrations/use',
  permission: ['administrator'],
  input: z.strictObject({ calibrationId: z.guid(), from: dayText }),
  output: z.literal(true),
  summary: 'Percentiles are computed by this calibration from a day on, today or later',
});

const refusal = {
  refusalId: z.guid(),
  at: z.string(),
  product: z.string().nullable(),
  version: z.string().nullable(),
  run: z.string().nullable(),
  code: z.string(),
  what: z.string(),
  where: z.string().nullable(),
  expected: z.string().nullable(),
};

export const aiRefusals = endpoint({
  method: 'GET',
  path: '/api/ai/refusals',
  permission: ['office', 'administrator'],
  input: z.strictObject({}),
  output: z.object({ total: count, refusals: z.array(z.object(refusal)) }),
  summary: 'Results that were refused, the latest first, and why',
});

export const inspectAiRefusal = endpoint({
  method: 'POST',
  path: '/api/ai/refusals/inspect',
  permission: ['administrator'],
  input: z.strictObject({ refusalId: z.guid() }),
  output: z.object({ body: z.string().nullable() }),
  summary: 'What was sent in a push that was refused; that it was looked at is written in the log',
});

export const driftSearch = z.object({
  product: z.string().max(40).optional(),
  version: z.string().max(40).optional(),
  unit: z.string().max(40).optional(),
});

const drift = z.object({
  psi: z.number(),
  psiLimit: z.number(),
  top: z.number(),
  topLower: z.number(),
  topUpper: z.number(),
  distance: z.number(),
  distanceLimit: z.number(),
  alarms: z.array(z.enum(['psi', 'top', 'distance'])),
});
/** `drift` null: too few examinations to say anything. */
const week = z.object({ monday: dayText, examinations: count, drift: drift.nullable() });

export const aiDrift = endpoint({
  method: 'GET',
  path: '/api/ai/drift',
  permission: [...counting, 'physicist'],
  input: driftSearch,
  output: z.object({
    /** null: no snapshot has been made. */
    dataCut: dayText.nullable(),
    fewestExaminations: count,
    bins: count,
    falseAlarm: z.number(),
    /** What can be chosen: versions with a calibration in use. */
    versions: z.array(z.object(version)),
    chosen: z.object({ ...version, calibration: z.string(), description: z.string(), examinations: count }).nullable(),
    units: z.array(
      z.object({
        unitId: z.string(),
        name: z.string(),
        /** All the weeks together, for units with too few in a week. */
        examinations: count,
        drift: drift.nullable(),
        /** Weeks with enough, and how many of them were beyond a limit. */
        weeks: count,
        alarms: count,
      }),
    ),
    /** Of the chosen unit, or of all the asker may see. */
    weeks: z.array(week),
  }),
  summary: "A product's scores week by week against its calibration population, by unit, with control limits",
});
export type AiDrift = OutputOf<typeof aiDrift>;
