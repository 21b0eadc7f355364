/**
 * The CONSORT flow as counts (CONSORT 2010, figure 1, with the CONSORT-AI extension's failures of the machine): from
 * those assessed to those analysed. Every box is the sum of the boxes it leads to; `consort.test.ts` holds it so.
 */
import { analysisSets, type AnalysisSet, type Exclusion, holdsBack, keptOut, type SetRules } from './analysis-sets.ts';
import { type Received, received, type TrialRow } from './trial-row.ts';

/** So many were assessed with this result; `reasons` empty = eligible. `drawn`: there is a draw for her. */
export type AssessedGroup = {
  readonly reasons: readonly string[];
  readonly drawn: boolean;
  readonly count: number;
};

export type Reasons = readonly { readonly reason: string; readonly count: number }[];

export type ConsortArm = {
  /** null = all arms together, for those who may not see arms. */
  readonly arm: string | null;
  readonly allocated: number;
  readonly received: Readonly<Record<Received, number>>;
  /** Left the study or the country, or died, among the allocated; each counted once. */
  readonly lost: Readonly<Record<'no-further-data' | 'died' | 'emigrated', number>>;
  readonly asked: { readonly removal: number };
  /** Later examinations of women who keep their arm. */
  readonly later: number;
  readonly analysed: Readonly<Record<AnalysisSet, { readonly count: number; readonly out: Reasons }>>;
};

export type ConsortFlow = {
  readonly assessed: number;
  readonly excluded: { readonly count: number; readonly reasons: Reasons };
  readonly eligible: number;
  /** Eligible and yet without a draw: to be looked into. */
  readonly notDrawn: number;
  readonly allocated: number;
  readonly arms: readonly ConsortArm[];
};

/** The flow. `shown`: arms in the order they are to stand in; null = all together. An excluded woman counts under her first reason. */
export function consortFlow(
  assessed: readonly AssessedGroup[],
  rows: readonly TrialRow[],
  shown: readonly string[] | null,
  rules: SetRules,
): ConsortFlow {
  const excluded = assessed.filter(({ reasons }) => reasons.length > 0);
  const eligible = assessed.filter(({ reasons }) => reasons.length === 0);
  const first = rows.filter((row) => row.first);
  const arms = shown ?? [null];
  return {
    assessed: total(assessed),
    excluded: { count: total(excluded), reasons: tally(excluded.map((g) => [g.reasons[0] ?? '', g.count])) },
    eligible: total(eligible),
    notDrawn: total(eligible.filter(({ drawn }) => !drawn)),
    allocated: first.length,
    arms: arms.map((arm) => {
      const own = arm === null ? rows : rows.filter((row) => row.arm === arm);
      return armFlow(arm, own, rules);
    }),
  };
}

function armFlow(arm: string | null, all: readonly TrialRow[], rules: SetRules): ConsortArm {
  const rows = all.filter((row) => row.first);
  const how = { 'as-allocated': 0, fallback: 0, departed: 0, open: 0, 'not-read': 0 };
  const lost = { 'no-further-data': 0, died: 0, emigrated: 0 };
  for (const row of rows) {
    how[received(row)]++;
    if (row.withdrawn === 'no-further-data') lost['no-further-data']++;
    else if (row.withdrawn === null && row.gone) lost[row.gone]++;
  }
  const back = rows.map((row) => holdsBack(row));
  const analysed = (set: AnalysisSet) => {
    const out = back.flatMap((one) => keptOut(one, rules[set]) ?? []);
    return { count: rows.length - out.length, out: tally(out.map((reason: Exclusion) => [reason, 1])) };
  };
  return {
    arm,
    allocated: rows.length,
    received: how,
    lost,
    asked: { removal: rows.filter((row) => row.withdrawn === 'remove-from-analysis').length },
    later: all.length - rows.length,
    analysed: Object.fromEntries(analysisSets.map((set) => [set, analysed(set)])) as ConsortArm['analysed'],
  };
}

const total = (groups: readonly AssessedGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

/** Counts by reason, the most frequent first. */
function tally(pairs: readonly (readonly [string, number])[]): Reasons {
  const counts = new Map<string, number>();
  for (const [reason, count] of pairs) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
