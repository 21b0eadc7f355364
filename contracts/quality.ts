import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import { endpoint } from './endpoint.ts';

const words = z.object({ nb: z.string(), en: z.string() });
const dimension = z.enum(['region', 'centre', 'unit', 'year', 'prevalent']);

export const snapshotSummary = z.object({
  id: z.string(),
  dataCut: z.string(),
  madeAt: z.string(),
  codeVersion: z.string(),
  rows: z.record(z.string(), z.number()),
});

const figureSchema = z.object({
  indicator: z.string(),
  group: z.object({
    region: z.string().nullish(),
    centre: z.string().nullish(),
    unit: z.string().nullish(),
    year: z.number().nullish(),
    prevalent: z.boolean().nullish(),
  }),
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  limits: z.object({ lower: z.number(), upper: z.number() }).nullable(),
});

export const getFigures = endpoint({
  method: 'GET',
  path: '/api/figures',
  permission: staffRoles,
  summary: 'Indicators from the newest snapshot, split by place, year or kind of examination, with 95 % intervals',
  input: z.object({
    by: z
      .string()
      .default('')
      .transform((text) => (text === '' ? [] : text.split(',')))
      .pipe(z.array(dimension).max(3)),
    region: z.string().optional(),
    centre: z.string().optional(),
    unit: z.string().optional(),
    year: z.coerce.number().int().optional(),
    prevalent: z.enum(['true', 'false']).optional(),
  }),
  output: z.object({
    snapshot: snapshotSummary.nullable(),
    set: z.object({ id: z.string(), version: z.string(), name: words }),
    indicators: z.array(
      z.object({
        id: z.string(),
        name: words,
        definition: words,
        per: z.number(),
        interval: z.string(),
        source: z.string(),
        numerator: z.string(),
        denominator: z.string(),
      }),
    ),
    places: z.object({
      regions: z.array(z.object({ id: z.string(), name: z.string() })),
      centres: z.array(z.object({ id: z.string(), name: z.string(), region: z.string() })),
      units: z.array(z.object({ id: z.string(), name: z.string(), centre: z.string() })),
    }),
    figures: z.array(figureSchema),
  }),
});

export const renewSnapshot = endpoint({
  method: 'POST',
  path: '/api/snapshots',
  permission: ['office', 'researcher', 'administrator'],
  summary: 'Makes a new snapshot with the data cut at the programme day',
  input: z.object({}),
  output: snapshotSummary,
});
