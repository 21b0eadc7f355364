import { z } from 'zod';
import { staffRoles } from '#core/people/access';
import { ageGroups } from '#core/quality/dimension';
import { indicatorSetSchema } from '#core/quality/indicator-set';
import { endpoint } from './endpoint.ts';

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const limits = z.object({ lower: z.number(), upper: z.number() });
const bound = z.object({ is: z.enum(['ge', 'gt', 'le', 'lt']), value: z.number() });

const snapshotSummary = z.object({
  id: z.string(),
  dataCut: z.string(),
  madeAt: z.string(),
  codeVersion: z.string(),
  rows: z.record(z.string(), z.number()),
});

const setSummary = z.object({
  id: z.string(),
  version: z.string(),
  name: words,
  source: z.string(),
  placeholder: words.optional(),
  indicators: z.number(),
  loadedOn: z.string().nullable(),
});

/** A figure held against its target: counts, value on the indicator's scale, 95 % limits, level reached. */
const figure = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable(),
  limits: limits.nullable(),
  verdict: z.enum(['desirable', 'acceptable', 'below', 'no-target', 'no-value']),
  /** The whole interval reaches the same level. */
  certain: z.boolean(),
});

const indicator = z.object({
  id: z.string(),
  number: z.string(),
  name: words,
  definition: words,
  exclusions: words.optional(),
  source: z.string(),
  direction: z.enum(['higher', 'lower', 'neither']),
  targets: z.object({ acceptable: bound.optional(), desirable: bound.optional(), source: z.string() }).optional(),
  levels: z.array(z.string()),
  /** Null when it is not measured; then `needs` says what it would take. */
  scale: z.enum(['percent', 'per-1000', 'ratio', 'days', 'working-days', 'points', 'seconds']).nullable(),
  needs: words.optional(),
  interval: z.enum(['wilson', 'exact', 'odds', 'ranks']).nullable(),
  /** The conditions that are counted, as they stand in the set. */
  numerator: z.string(),
  denominator: z.string(),
  followUpMonths: z.number().optional(),
});

const places = z.object({
  regions: z.array(z.object({ id: z.string(), name: z.string() })),
  centres: z.array(z.object({ id: z.string(), name: z.string(), region: z.string() })),
  units: z.array(z.object({ id: z.string(), name: z.string(), centre: z.string() })),
});

/** What a page of figures is limited to. `period` is a year ("2024"), a round of two ("2023-2024"), "newest" or "all". */
const scope = {
  region: z.string().optional(),
  centre: z.string().optional(),
  unit: z.string().optional(),
  period: z
    .string()
    .regex(/^(newest|all|\d{4}(-\d{4})?)$/)
    .default('newest'),
  kind: z.enum(['all', 'prevalent', 'subsequent']).default('all'),
  age: z.enum(['all', ...ageGroups]).default('all'),
};

const yearFigure = z.object({ year: z.number(), figure });

export const listIndicatorSets = endpoint({
  method: 'GET',
  path: '/api/indicator-sets',
  permission: staffRoles,
  summary: 'The indicator sets in use, with the newest snapshot that figures are counted from',
  input: z.object({}),
  output: z.object({ sets: z.array(setSummary), snapshot: snapshotSummary.nullable(), stale: z.boolean() }),
});

export const showIndicatorSet = endpoint({
  method: 'GET',
  path: '/api/indicator-sets/:set',
  permission: staffRoles,
  summary: 'Every figure of a set for one place, period, kind and age, beside the whole country and the years before',
  input: z.object({ set: z.string(), ...scope }),
  output: z.object({
    set: setSummary,
    snapshot: snapshotSummary.nullable(),
    places,
    years: z.array(z.number()),
    rows: z.array(
      z.object({
        indicator,
        /** The years it is counted over; empty when all are. */
        years: z.array(z.number()),
        /** Null when the indicator is not measured or not meant for a place of this kind. */
        figure: figure.nullable(),
        nation: figure.nullable(),
        trend: z.array(yearFigure),
      }),
    ),
  }),
});

/** Limits around the whole country's value, by how many are counted among; wider when places differ beyond chance. */
const funnel = z.object({
  target: z.number(),
  curve: z.array(z.object({ total: z.number(), at95: limits, at998: limits })),
  overdispersion: z.object({ phi: z.number(), p: z.number(), widened: z.boolean() }),
});

const standingOf = z.enum(['within', 'above-95', 'below-95', 'above-998', 'below-998']);

export const showIndicator = endpoint({
  method: 'GET',
  path: '/api/indicator-sets/:set/:indicator',
  permission: staffRoles,
  summary: 'One indicator: over the years, by place in a funnel, by kind and age, and for oneself',
  input: z.object({
    set: z.string(),
    indicator: z.string(),
    ...scope,
    by: z.enum(['region', 'centre', 'unit']).default('centre'),
  }),
  output: z.object({
    set: setSummary,
    snapshot: snapshotSummary.nullable(),
    indicator,
    places,
    years: z.array(z.number()),
    periodYears: z.array(z.number()),
    whole: figure.nullable(),
    own: figure.nullable(),
    nationByYear: z.array(yearFigure),
    ownByYear: z.array(yearFigure),
    trend: z.enum(['rising', 'falling', 'steady']),
    byPlace: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        figure,
        standing: standingOf.nullable(),
        /** Directly standardised to the age distribution of the whole, on the indicator's scale. */
        standardised: z.object({ value: z.number(), limits }).nullable(),
        /** The actor's own centre or a unit of it. */
        own: z.boolean(),
      }),
    ),
    funnel: funnel.nullable(),
    byCentreYear: z.array(z.object({ id: z.string(), name: z.string(), years: z.array(yearFigure) })),
    byKind: z.array(z.object({ prevalent: z.boolean(), figure, nation: figure })),
    byAge: z.array(z.object({ age: z.string(), figure, nation: figure })),
    /** Readers or radiographers: oneself by name, others only as points; named for those who may see them. */
    people: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string().nullable(),
        own: z.boolean(),
        figure,
        standing: standingOf.nullable(),
      }),
    ),
    peopleFunnel: funnel.nullable(),
    mayOpenCases: z.boolean(),
  }),
});

export const listIndicatorCases = endpoint({
  method: 'GET',
  path: '/api/indicator-sets/:set/:indicator/cases',
  permission: ['office', 'coordinator', 'radiographer', 'radiologist'],
  summary: 'The women that an indicator counts, for those who may see them; each is audited as looked at',
  input: z.object({
    set: z.string(),
    indicator: z.string(),
    ...scope,
    /** Those counted in the numerator, or those in the denominator who are not. */
    part: z.enum(['counted', 'rest']).default('counted'),
  }),
  output: z.object({
    indicator,
    /** Null for the whole country. */
    place: z.string().nullable(),
    periodYears: z.array(z.number()),
    total: z.number(),
    rows: z.array(
      z.object({
        personId: z.string(),
        episodeId: z.string(),
        name: z.string().nullable(),
        birthYear: z.number(),
        centre: z.string(),
        unit: z.string().nullable(),
        openedOn: z.string(),
        screenedOn: z.string().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
  }),
});

export const indicatorSetFile = endpoint({
  method: 'GET',
  path: '/api/indicator-set-files/:set',
  permission: staffRoles,
  summary: 'An indicator set as the file that it can be loaded from',
  input: z.object({ set: z.string() }),
  output: indicatorSetSchema,
});

export const loadIndicatorSet = endpoint({
  method: 'POST',
  path: '/api/indicator-sets',
  permission: ['office', 'administrator'],
  summary: 'Loads an indicator set from the text of a file, or says what is wrong with it and where',
  input: z.object({ text: z.string().max(900_000) }),
  output: z.object({ id: z.string(), version: z.string(), indicators: z.number() }),
});

const equityRow = z.object({
  group: z.string(),
  name: words,
  crude: figure,
  /** Standardised to the ages of all who were invited; null for the ages themselves. */
  standardised: z.object({ value: z.number(), limits }).nullable(),
});

export const showEquity = endpoint({
  method: 'GET',
  path: '/api/equity',
  permission: staffRoles,
  summary: 'Who comes and who does not: participation by area, age, country of birth, distance and channel',
  input: z.object({ region: scope.region, centre: scope.centre, period: scope.period }),
  output: z.object({
    snapshot: snapshotSummary.nullable(),
    places,
    years: z.array(z.number()),
    periodYears: z.array(z.number()),
    /** Months that must pass after an invitation before it is counted. */
    followUpMonths: z.number(),
    whole: figure.nullable(),
    parts: z.array(
      z.object({ by: z.enum(['age', 'country', 'distance', 'channel', 'municipality']), rows: z.array(equityRow) }),
    ),
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
