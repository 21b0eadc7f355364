/** Statistics across HTTP: published figures computed anew. */
import { z } from 'zod';
import { endpoint } from '#contracts/endpoint';
import { staffRoles } from '#core/people/access';

export const figuresReproduced = endpoint({
  method: 'GET',
  path: '/api/statistics/reproduced',
  permission: staffRoles,
  summary: 'Published figures and ours beside them, source by source, computed when asked for',
  input: z.strictObject({}),
  output: z.object({
    codeVersion: z.string(),
    sources: z.array(
      z.object({
        id: z.string(),
        source: z.string(),
        from: z.string(),
        figures: z.array(
          z.object({
            what: z.string(),
            published: z.number(),
            computed: z.number(),
            tolerance: z.number(),
            unit: z.string(),
            decimals: z.number(),
            /** Why the printed figure does not follow from its own counts; null when it does. */
            doesNotFollow: z.string().nullable(),
            agrees: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

const interval = z.object({ lower: z.number(), upper: z.number() });
const share = interval.extend({ events: z.number(), total: z.number(), value: z.number(), exact: interval });
const byKind = z.array(z.object({ name: z.string(), found: share.nullable() }));
const auc = interval.extend({ auc: z.number(), variance: z.number(), positives: z.number(), negatives: z.number() });
const bootstrapped = z.object({ value: z.number(), standardError: z.number(), percentile: interval, bca: interval });
const mcnemar = z.object({ onlyFirst: z.number(), onlySecond: z.number(), exact: z.number(), midP: z.number() });
/** null above every score: nothing is called positive. */
const threshold = z.number().nullable();
const rocPoint = z.object({ threshold, sensitivity: z.number(), specificity: z.number() });

/** Products with results in the newest snapshot; what of the score may be used. */
export const evaluationChoices = endpoint({
  method: 'GET',
  path: '/api/evaluation/choices',
  permission: ['researcher', 'office', 'administrator'],
  summary: 'Products and versions that have scores in the newest snapshot, and how many examinations they scored',
  input: z.strictObject({}),
  output: z.object({
    snapshot: z.object({ id: z.string(), dataCut: z.string() }).nullable(),
    products: z.array(
      z.object({ product: z.string(), version: z.string(), examinations: z.number(), percentiles: z.boolean() }),
    ),
  }),
});

export const evaluationScores = ['score', 'pct'] as const;
export const evaluationOutcomes = ['screen', 'screen-interval', 'all'] as const;
export const cancerKinds = ['screen-detected', 'interval-0-12', 'interval-13-24', 'next-round'] as const;
export const evaluationDivisions = ['age', 'round', 'centre', 'unit', 'modality', 'year'] as const;

export const evaluateScore = endpoint({
  method: 'GET',
  path: '/api/evaluation',
  permission: ['researcher', 'office', 'administrator'],
  summary: "A product's score in the newest snapshot against cancer within 24 months, with every threshold and group",
  input: z.strictObject({
    product: z.string(),
    version: z.string(),
    score: z.enum(evaluationScores).default('score'),
    outcome: z.enum(evaluationOutcomes).default('screen-interval'),
    by: z.enum(evaluationDivisions).default('age'),
    /** "product version" of a second score on the same examinations. */
    against: z.string().optional(),
    threshold: z.coerce.number().optional(),
    sensitivity: z.coerce.number().min(0).max(1).optional(),
    specificity: z.coerce.number().min(0).max(1).optional(),
  }),
  output: z.object({
    snapshot: z.object({ id: z.string(), dataCut: z.string(), codeVersion: z.string() }),
    /** Scored examinations that are left out: not followed for 24 months, or not read to the end. */
    leftOut: z.object({ notFollowed: z.number(), notRead: z.number(), failed: z.number() }),
    cases: z.number(),
    women: z.number().nullable(),
    kinds: z.array(z.object({ name: z.string(), cases: z.number() })),
    auc,
    bootstrap: z
      .object({
        replicates: z.number(),
        how: z.enum(['exact', 'binned']),
        first: bootstrapped,
        difference: bootstrapped.optional(),
      })
      .nullable(),
    partial: z.object({ area: z.number(), standardised: z.number() }),
    averagePrecision: interval.extend({ value: z.number(), chance: z.number() }),
    roc: z.array(rocPoint.extend({ band: interval })),
    precisionRecall: z.array(z.object({ threshold: z.number(), recall: z.number(), precision: z.number() })),
    thresholds: z.array(
      z.object({
        rule: z.object({ by: z.enum(['score', 'rate', 'sensitivity', 'specificity']), value: z.number() }),
        matches: z.string().nullable(),
        threshold,
        selected: share,
        sensitivity: share,
        specificity: share,
        ppv: share.nullable(),
        byKind,
        against: z.object({ withOutcome: mcnemar, without: mcnemar }).nullable(),
      }),
    ),
    readers: z.array(z.object({ name: z.string(), selected: share, sensitivity: share, specificity: share, byKind })),
    decision: z.array(z.object({ probability: z.number(), netBenefit: z.number(), all: z.number(), threshold })),
    groups: z.array(
      z.object({
        name: z.string(),
        cases: z.number(),
        auc: auc.nullable(),
        sensitivity: share.nullable(),
        selected: share.nullable(),
      }),
    ),
    tenths: z.array(z.object({ from: z.number(), to: z.number(), share })),
    /** Cancers in the breast with the higher score of the two, of those known to be in one breast. */
    localisation: share.nullable(),
    /** Of the same: cancers with a mark in their breast, and marks in the other; null when the product gives no marks. */
    marks: z.object({ breast: share.nullable(), wrongBreast: share.nullable() }).nullable(),
    second: z
      .object({
        auc,
        difference: interval.extend({ value: z.number(), variance: z.number() }),
        z: z.number(),
        p: z.number(),
        roc: z.array(rocPoint),
      })
      .nullable(),
  }),
});
