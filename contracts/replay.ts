import { z } from 'zod';
import { protocolSchema } from '#core/protocols/protocol';
import { assumptionCodes } from '#core/replay/assumptions';
import { pairedIds } from '#core/replay/compare';
import { faults } from '#core/replay/contradictions';
import { figureIds } from '#core/replay/figures';
import { groupings } from '#core/replay/groups';
import { caseKinds } from '#core/replay/case-kinds';
import { endpoint, type OutputOf } from './endpoint.ts';

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const limits = z.object({ lower: z.number(), upper: z.number() });
const range = z.object({ low: z.number(), mid: z.number(), high: z.number() });

/** An arm of a protocol by its address: "aims-1/1/ai". */
const armId = z.string().regex(/^[a-z0-9-]{1,60}\/[^/]{1,20}\/[A-Za-z0-9_-]{1,40}$/);

const asked = z.object({
  snapshot: z.string(),
  /** The first is what the others are compared with. */
  arms: z.array(armId).min(1).max(12),
  /** The product that answers for every model the protocols name; 'all' = each in turn. */
  product: z.string().max(40).default('all'),
  /** Only examinations followed for 24 months; only those with a result from the product. */
  followed: z.boolean().default(true),
  analysed: z.boolean().default(true),
});
export type ReplayAsked = z.output<typeof asked>;

const figure = z.object({
  id: z.enum(figureIds),
  count: z.number(),
  of: z.number(),
  value: z.number().nullable(),
  limits: limits.nullable(),
});
export type ReplayFigureView = z.output<typeof figure>;

const curve = z.object({
  ref: z.string(),
  limit: z.number(),
  examinations: z.number(),
  screenDetected: z.number(),
  interval: z.number(),
  /** threshold null = nothing is selected. */
  points: z.array(
    z.object({
      threshold: z.number().nullable(),
      selected: z.number(),
      reads: z.number(),
      consensus: z.number(),
      recalls: z.number(),
      recallsKept: z.number(),
      sdcKept: z.number(),
      intervalSelected: z.number(),
    }),
  ),
});
export type ReplayCurve = z.output<typeof curve>;

const arm = z.object({
  id: armId,
  title: words,
  source: z.string(),
  /** The protocol as it was replayed. */
  protocol: protocolSchema,
  arm: z.string(),
  models: z.array(z.string()),
  figures: z.array(figure),
  effort: z.object({ minutes: range, consensusMinutes: range, cost: range }),
  counts: z.object({
    recallsKept: z.number(),
    recallsNew: z.number(),
    looks: z.number(),
    held: z.number(),
    nextRound: z.number(),
    nextRoundSelected: z.number(),
  }),
  derived: z.array(z.object({ name: z.string(), recalls: z.number(), screenDetected: z.number() })),
  assumptions: z.array(
    z.object({
      what: z.enum(assumptionCodes),
      count: z.number().optional(),
      share: z.number().optional(),
      steps: z.array(z.string()).optional(),
    }),
  ),
  groups: z.array(z.object({ by: z.enum(groupings), group: z.string(), name: z.string(), figures: z.array(figure) })),
  curves: z.array(curve),
});
export type ReplayArmView = z.output<typeof arm>;

const comparison = z.object({
  arm: armId,
  shares: z.array(
    z.object({
      id: z.enum(pairedIds),
      total: z.number(),
      both: z.number(),
      onlyFirst: z.number(),
      onlySecond: z.number(),
      difference: z.object({ value: z.number(), lower: z.number(), upper: z.number() }).nullable(),
      test: z.object({ exact: z.number(), midP: z.number() }),
    }),
  ),
  means: z.array(
    z.object({ id: z.enum(['reads', 'consensus']), value: z.number(), lower: z.number(), upper: z.number() }),
  ),
});
export type ReplayComparison = z.output<typeof comparison>;

/** The same question answered by one product. */
const answer = z.object({
  product: z.string(),
  examinations: z.number(),
  /** Left out because they have no result from the product. */
  withoutResult: z.number(),
  ownPercentiles: z.boolean(),
  arms: z.array(arm),
  comparisons: z.array(comparison),
});
export type ReplayAnswer = z.output<typeof answer>;

export const replayResult = z.object({
  /** All that have been read to the end, and what of them was left out before any protocol was asked. */
  history: z.number(),
  unread: z.number(),
  notFollowed: z.number(),
  leftOut: z.array(z.object({ fault: z.enum(faults), count: z.number() })),
  currency: z.string(),
  effortSource: words,
  milliseconds: z.number(),
  answers: z.array(answer),
});
export type ReplayResult = z.output<typeof replayResult>;

const run = z.object({
  id: z.string(),
  snapshot: z.string(),
  dataCut: z.string(),
  codeVersion: z.string(),
  asked,
  askedBy: z.string(),
  /** The programme day. */
  askedOn: z.string(),
  state: z.enum(['running', 'done', 'failed']),
});

const may = ['researcher', 'office', 'administrator'] as const;

export const listReplayChoices = endpoint({
  method: 'GET',
  path: '/api/replay/choices',
  permission: may,
  summary: 'What can be replayed: snapshots, protocols with their arms, and products with results',
  input: z.object({}),
  output: z.object({
    snapshots: z.array(z.object({ id: z.string(), dataCut: z.string(), examinations: z.number() })),
    arms: z.array(
      z.object({ id: armId, title: words, kind: z.enum(['approved', 'draft', 'worked']), source: z.string() }),
    ),
    products: z.array(z.string()),
    runs: z.array(run),
  }),
});
export type ReplayChoices = OutputOf<typeof listReplayChoices>;

export const startReplay = endpoint({
  method: 'POST',
  path: '/api/replay/runs',
  permission: may,
  summary:
    'Starts a replay of one or more arms over a snapshot; the same question again gives the run that answered it',
  input: asked,
  output: z.object({ id: z.string() }),
});

export const showReplay = endpoint({
  method: 'GET',
  path: '/api/replay/runs/:id',
  permission: may,
  summary: 'A replay: how far it has come, or its answer',
  input: z.object({ id: z.guid() }),
  output: z.object({
    run,
    /** 0-1 while it runs. */
    progress: z.number(),
    what: z.enum(['waiting', 'loading', 'replaying']).nullable(),
    failure: z.string().nullable(),
    result: replayResult.nullable(),
    mayOpenCases: z.boolean(),
  }),
});

export const listReplayCases = endpoint({
  method: 'GET',
  path: '/api/replay/runs/:id/cases',
  permission: ['office'],
  summary: 'The women behind a number of a replay, for those who may see them; each is audited as looked at',
  input: z.object({ id: z.guid(), arm: armId, kind: z.enum(caseKinds), product: z.string().optional() }),
  output: z.object({
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
