/** What the safety board is shown: counts per arm, arms compared with control, and where the primary comparison stands. */
import { boundaries, type BoundaryRule, type Look } from '#core/statistics/group-sequential';
import type { Interval } from '#core/statistics/intervals';
import { type Count, differenceScore, katz, miettinenNurminen } from '#core/statistics/two-proportions';
import type { AnalysisPlan } from './study.ts';
import type { TrialRow } from './trial-row.ts';

export const safetyMeasures = ['screen-detected', 'interval', 'recall', 'consensus', 'reads'] as const;
export type SafetyMeasure = (typeof safetyMeasures)[number];

export const stages = ['dcis', 'upTo10', 'upTo20', 'over20', 'sizeUnknown'] as const;
export type Stage = (typeof stages)[number];

export type ArmSafety = {
  readonly arm: string;
  readonly allocated: number;
  /** Read to an end. */
  readonly examinations: number;
  readonly reads: number;
  /** Examinations with time enough for interval cancers to have come and been registered. */
  readonly followed: number;
  readonly counts: Readonly<Record<SafetyMeasure, Count>>;
  readonly screenDetected: StageCounts;
  readonly interval: StageCounts;
};
export type StageCounts = Readonly<Record<Stage, number>> & { readonly nodePositive: number };

/** Counts of an arm. The interval cancers are of the examinations that are followed up, whenever they came. */
export function armSafety(arm: string, all: readonly TrialRow[]): ArmSafety {
  const rows = all.filter((row) => row.arm === arm && row.withdrawn !== 'remove-from-analysis');
  const read = rows.filter(
    (row) => row.reading !== null && row.reading.outcome !== null && row.reading.outcome !== 'withdrawn',
  );
  const followed = read.filter((row) => row.followedUp);
  const found = read.filter((row) => row.cancer?.detection === 'screen-detected');
  const missed = followed.filter((row) => row.cancer?.detection === 'interval');
  const of = (events: number, total = read.length): Count => ({ events, total });
  return {
    arm,
    allocated: rows.length,
    examinations: read.length,
    reads: read.reduce((sum, row) => sum + row.reads.length, 0),
    followed: followed.length,
    counts: {
      'screen-detected': of(found.length),
      interval: of(missed.length, followed.length),
      recall: of(read.filter((row) => row.reading?.outcome === 'recall').length),
      consensus: of(read.filter((row) => row.consensus.length > 0).length),
      reads: of(read.filter((row) => row.reads.length > 1).length),
    },
    screenDetected: byStage(found),
    interval: byStage(missed),
  };
}

function byStage(rows: readonly TrialRow[]): StageCounts {
  const counts = { dcis: 0, upTo10: 0, upTo20: 0, over20: 0, sizeUnknown: 0, nodePositive: 0 };
  for (const { cancer } of rows) {
    if (!cancer) continue;
    counts[stageOf(cancer)]++;
    if (cancer.nodes === 'positive') counts.nodePositive++;
  }
  return counts;
}

function stageOf({ behaviour, sizeMm }: NonNullable<TrialRow['cancer']>): Stage {
  if (behaviour === 'dcis') return 'dcis';
  if (sizeMm === null) return 'sizeUnknown';
  return sizeMm <= 10 ? 'upTo10' : sizeMm <= 20 ? 'upTo20' : 'over20';
}

export type Compared = {
  readonly measure: SafetyMeasure;
  readonly arm: string;
  readonly experimental: Count;
  readonly control: Count;
  /** Experimental minus control: Miettinen and Nurminen, 95 %. null when an arm has nobody. */
  readonly difference: (Interval & { readonly value: number }) | null;
  /** Katz; null when an arm has no event. */
  readonly ratio: (Interval & { readonly value: number }) | null;
};

export function compare(measure: SafetyMeasure, arm: ArmSafety, control: ArmSafety): Compared {
  const [a, b] = [arm.counts[measure], control.counts[measure]];
  const some = a.total > 0 && b.total > 0;
  const limits = katz(a, b);
  return {
    measure,
    arm: arm.arm,
    experimental: a,
    control: b,
    difference: some ? { value: a.events / a.total - b.events / b.total, ...miettinenNurminen(a, b) } : null,
    ratio: some && limits ? { value: a.events / a.total / (b.events / b.total), ...limits } : null,
  };
}

/** Where the primary comparison stands. Positive z speaks for the hypothesis, whichever way is better. */
export type PrimaryStanding = {
  readonly arm: string;
  /** Share of the planned information that there is. */
  readonly information: number;
  readonly z: number | null;
  /** Planned looks with their boundaries. */
  readonly planned: readonly Look[];
  /** Looks that the board has taken, and one now, with boundaries at the information that there was. */
  readonly taken: readonly Look[];
  readonly now: Look | null;
  readonly crossed: boolean;
};

const rules: Readonly<Record<AnalysisPlan['spending'], BoundaryRule>> = {
  'obrien-fleming': 'spending-obrien-fleming',
  pocock: 'spending-pocock',
};

/** More is better for cancers that screening finds; of all else less is. */
export function moreIsBetter(measure: SafetyMeasure): boolean {
  return measure === 'screen-detected';
}

/** z of the plan's hypothesis from two counts; null when an arm has nobody. */
export function primaryZ(plan: AnalysisPlan, experimental: Count, control: Count): number | null {
  if (experimental.total === 0 || control.total === 0) return null;
  const margin = plan.hypothesis === 'non-inferiority' ? (plan.margin ?? 0) : 0;
  const z = moreIsBetter(plan.primary)
    ? differenceScore(experimental, control, -margin)
    : -differenceScore(experimental, control, margin);
  return Number.isFinite(z) ? z : null;
}

/** @param total planned examinations in all arms @param earlier information at the looks the board has taken */
export function primaryStanding(
  plan: AnalysisPlan,
  arm: ArmSafety,
  control: ArmSafety,
  planned: { readonly total: number; readonly earlier: readonly number[] },
): PrimaryStanding {
  const [a, b] = [arm.counts[plan.primary], control.counts[plan.primary]];
  const information = (a.total + b.total) / planned.total;
  const z = primaryZ(plan, a, b);
  const rule = rules[plan.spending];
  const earlier = planned.earlier.filter((t, i, list) => t > (list[i - 1] ?? 0));
  const fresh = information > (earlier.at(-1) ?? 0);
  const looks = boundaries(rule, plan.alpha, fresh ? [...earlier, information] : earlier);
  const now = fresh ? (looks.at(-1) ?? null) : null;
  return {
    arm: arm.arm,
    information,
    z,
    planned: boundaries(rule, plan.alpha, plan.looks),
    taken: fresh ? looks.slice(0, -1) : looks,
    now,
    crossed: z !== null && now !== null && z >= now.z,
  };
}
