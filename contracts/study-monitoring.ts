import { z } from 'zod';
import { endpoint, type OutputOf } from './endpoint.ts';
import { head, limits, look, measure, readers, studyId, valued, words } from './study-shapes.ts';

const reasons = z.array(z.object({ reason: z.string(), count: z.number() }));

export const listMonitored = endpoint({
  method: 'GET',
  path: '/api/study-monitoring',
  permission: readers,
  summary: 'Studies that the actor may follow, with how far recruitment has come',
  input: z.object({}),
  output: z.object({
    studies: z.array(
      z.object({
        studyId,
        title: words,
        invented: z.boolean(),
        state: z.string(),
        version: z.string(),
        target: z.number(),
        recruited: z.number(),
        /** Whether the actor may see arms. */
        arms: z.boolean(),
      }),
    ),
  }),
});

const set = z.object({ count: z.number(), out: reasons });
export const showConsort = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/flow',
  permission: readers,
  summary: 'The CONSORT flow from live facts; arms only for the unblinded statistician who asks for them',
  input: z.object({ studyId, arms: z.enum(['yes', 'no']).default('no') }),
  output: z.object({
    head,
    reasonWords: z.record(z.string(), words),
    armNames: z.record(z.string(), words),
    flow: z.object({
      assessed: z.number(),
      excluded: z.object({ count: z.number(), reasons }),
      eligible: z.number(),
      notDrawn: z.number(),
      allocated: z.number(),
      arms: z.array(
        z.object({
          arm: z.string().nullable(),
          allocated: z.number(),
          received: z.record(z.string(), z.number()),
          lost: z.record(z.string(), z.number()),
          asked: z.object({ removal: z.number() }),
          later: z.number(),
          analysed: z.record(z.string(), set),
        }),
      ),
    }),
    rules: z.record(z.string(), z.array(z.string())),
    deviations: z.array(
      z.object({ kind: z.string(), words: z.string(), happenedOn: z.string(), centre: z.string(), by: z.string() }),
    ),
  }),
});

const curve = z.object({
  months: z.array(z.object({ month: z.string(), planned: z.number(), recruited: z.number().nullable() })),
  planned: z.number(),
  recruited: z.number(),
  plannedByThen: z.number(),
  recruitedByThen: z.number(),
  forecast: z
    .object({ perMonth: z.number(), expected: z.string(), earliest: z.string(), latest: z.string().nullable() })
    .nullable(),
});
const blind = z.union([
  z.object({ kind: z.literal('too-few'), least: z.number() }),
  z.object({ kind: z.literal('shown'), draws: z.number(), within: z.number().nullable() }),
]);
export const showRecruitment = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/recruitment',
  permission: readers,
  summary: 'Recruitment against plan by site, and balance in a form that cannot tell the next draw',
  input: z.object({ studyId }),
  output: z.object({
    head,
    whole: curve.nullable(),
    sites: z.array(z.object({ centreId: z.string(), name: z.string(), state: z.string(), curve, balance: blind })),
    balance: blind,
    balanceMonth: z.string(),
  }),
});

export const deviationKinds = ['consent', 'eligibility', 'images', 'reading', 'assessment', 'data', 'other'] as const;
export const recordDeviation = endpoint({
  method: 'POST',
  path: '/api/study-monitoring/:studyId/deviations',
  permission: readers,
  summary: 'Enters a departure from the protocol for an examination in the study',
  input: z.object({
    studyId,
    examinationId: z.guid(),
    kind: z.enum(deviationKinds),
    words: z.string().trim().min(5).max(2000),
    happenedOn: z.iso.date(),
  }),
  output: z.object({ deviationId: z.guid() }),
});

const opening = z.object({
  day: z.string(),
  kind: z.enum(['emergency', 'planned']),
  reason: z.string(),
  told: z.string(),
  centre: z.string(),
  by: z.string(),
});
const machine = z.object({ centre: z.string(), product: z.string(), items: z.array(z.string()), by: z.string() });
export const showReveals = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/reveals',
  permission: readers,
  summary: 'Whose arm was opened, and what machines said that was shown to people: as much as the one who asks may see',
  input: z.object({ studyId }),
  output: z.object({
    head,
    opened: z.object({ emergency: z.number(), planned: z.number() }),
    /** null: for her they are only counted. */
    openings: z.array(opening).nullable(),
    shown: z.discriminatedUnion('sees', [
      /** Each event, the latest first; of `total`. */
      z.object({
        sees: z.literal('each'),
        total: z.number(),
        rows: z.array(
          machine.extend({
            day: z.string(),
            at: z.string(),
            examinationId: z.string(),
            arm: z.string(),
            step: z.string().nullable(),
          }),
        ),
      }),
      z.object({ sees: z.literal('list'), rows: z.array(machine.extend({ month: z.string(), times: z.number() })) }),
      /** Of whole months that are over; null = fewer than can be told. */
      z.object({ sees: z.literal('counts'), atLeast: z.number().nullable(), least: z.number(), until: z.string() }),
    ]),
  }),
});

const cut = z.object({
  cutId: z.string(),
  version: z.string(),
  dataCut: z.string(),
  snapshotId: z.string(),
  rows: z.number(),
  leftOut: z.record(z.string(), z.number()),
  sha256: z.string(),
  purpose: z.string(),
  by: z.string(),
  madeOn: z.string(),
  /** Women in it who have asked since then to be removed: it is not handed out any more. */
  removedSince: z.number(),
});
export const listDataCuts = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/data-cuts',
  permission: readers,
  summary: 'The frozen data sets of a study; for the unblinded statistician',
  input: z.object({ studyId }),
  output: z.object({
    head,
    snapshot: z.object({ id: z.string(), dataCut: z.string() }).nullable(),
    cuts: z.array(cut),
  }),
});

export const makeDataCut = endpoint({
  method: 'POST',
  path: '/api/study-monitoring/:studyId/data-cuts',
  permission: readers,
  summary: 'Freezes a data set for analysis from the newest snapshot',
  input: z.object({ studyId, purpose: z.string().trim().min(5).max(500) }),
  output: z.object({ cutId: z.string(), rows: z.number() }),
});

export const cutFiles = ['participants.csv', 'participants.parquet', 'dictionary.csv', 'manifest.json'] as const;
export const dataCutFile = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/data-cuts/:cutId/:file',
  permission: readers,
  summary: 'A file of a frozen data set; each time it is handed out is audited',
  input: z.object({ studyId, cutId: z.string(), file: z.enum(cutFiles) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.base64() }),
});

const spread = limits.extend({ mean: z.number() });
const dryRunResult = z.object({
  options: z.object({
    repetitions: z.number(),
    seed: z.number(),
    women: z.number(),
    consent: z.number(),
    aiFailure: z.number(),
    on: z.number(),
  }),
  total: z.number(),
  asked: spread,
  pool: z.object({ women: z.number(), eligibleShare: z.number() }),
  arms: z.array(z.object({ arm: z.string(), women: z.number(), perThousand: z.record(measure, spread) })),
  looks: z.array(look),
  comparisons: z.array(
    z.object({
      arm: z.string(),
      reached: z.array(z.number()),
      power: valued,
      meanSize: z.number(),
      zBins: z.array(z.object({ from: z.number(), count: z.number() })),
    }),
  ),
});
const dryRunRow = z.object({
  runId: z.guid(),
  version: z.string(),
  state: z.enum(['running', 'done', 'failed', 'interrupted']),
  phase: z.enum(['women', 'trials']).nullable(),
  share: z.number(),
  askedOn: z.string(),
  by: z.string(),
  result: dryRunResult.nullable(),
});

export const showDryRuns = endpoint({
  method: 'GET',
  path: '/api/study-monitoring/:studyId/dry-runs',
  permission: readers,
  summary: 'Dry runs of a study on simulated women, the newest first',
  input: z.object({ studyId }),
  output: z.object({
    head,
    armNames: z.record(z.string(), words),
    control: z.string(),
    plan: z.object({
      primary: z.string(),
      hypothesis: z.string(),
      margin: z.number().nullable(),
      alpha: z.number(),
      power: z.number(),
      total: z.number(),
      expected: z.number(),
      /** Power by the formula, with one look, at the expected proportion in both arms (or none for superiority). */
      formula: z.number().nullable(),
    }),
    runs: z.array(dryRunRow),
  }),
});
export type DryRuns = OutputOf<typeof showDryRuns>;

export const startDryRun = endpoint({
  method: 'POST',
  path: '/api/study-monitoring/:studyId/dry-runs',
  permission: readers,
  summary: 'Starts a dry run of the newest version of the plan',
  input: z.object({
    studyId,
    repetitions: z.coerce.number().int().min(10).max(5000),
    women: z.coerce.number().int().min(2000).max(400_000),
    consent: z.coerce.number().min(0.05).max(1),
    aiFailure: z.coerce.number().min(0).max(0.5),
    seed: z.coerce.number().int().min(0).max(1_000_000),
  }),
  output: z.object({ runId: z.guid() }),
});
