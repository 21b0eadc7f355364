/**
 * The whole trial before it opens, many times over: so many women are asked, so many say yes, they are drawn into the arms, read,
 * followed up, and the board looks when the plan says. How often the trial reaches its boundary is its power.
 */
import { normal, type Random } from '#core/kernel/random';
import { binomial } from '#core/statistics/random-binomial';
import type { Look } from '#core/statistics/group-sequential';
import { boundaries } from '#core/statistics/group-sequential';
import { type Interval, wilson } from '#core/statistics/intervals';
import type { Count } from '#core/statistics/two-proportions';
import { type ArmOutcomes, buildPool, type Pool, type PoolOptions, streamOf } from './dry-run-pool.ts';
import { primaryZ } from './safety.ts';
import { armsOf, type StudyPlan } from './study.ts';

export type DryRunPlan = Pick<
  StudyPlan,
  'protocol' | 'control' | 'analysis' | 'recruitment' | 'eligibility' | 'allocation'
>;

export type DryRunOptions = {
  readonly repetitions: number;
  readonly seed: number;
  /** Women in the pool that every repetition draws from. */
  readonly women: number;
  /** Share of eligible women asked who say yes. */
  readonly consent: number;
  readonly aiFailure: number;
  /** Day number of the examinations. */
  readonly on: number;
};

export const dryRunMeasures = ['reads', 'consensus', 'recall', 'screen-detected', 'interval'] as const;
export type DryRunMeasure = (typeof dryRunMeasures)[number];

/** Mean over the repetitions, and the limits that nineteen of twenty lie between. */
export type Spread = Interval & { readonly mean: number };

export type DryRun = {
  readonly options: DryRunOptions;
  readonly total: number;
  /** Women who must be asked to fill the trial. */
  readonly asked: Spread;
  readonly pool: { readonly women: number; readonly eligibleShare: number };
  readonly arms: readonly {
    readonly arm: string;
    readonly women: number;
    /** Per 1000 examinations. */
    readonly perThousand: Readonly<Record<DryRunMeasure, Spread>>;
  }[];
  readonly looks: readonly Look[];
  readonly comparisons: readonly {
    readonly arm: string;
    /** Repetitions that had reached the boundary at each look or before. */
    readonly reached: readonly number[];
    readonly power: Interval & { readonly value: number };
    /** Mean number of women when the trial stops at its boundary. */
    readonly meanSize: number;
    /** Repetitions by their final z, in bins of half a unit: the lower end and how many. */
    readonly zBins: readonly { readonly from: number; readonly count: number }[];
  }[];
};

export type DryRunProgress = { readonly phase: 'women' | 'trials'; readonly done: number; readonly of: number };

/** Runs it bit by bit: each `next()` does a few milliseconds of work, so that whoever drives it can do other things between. */
export function* dryRun(plan: DryRunPlan, options: DryRunOptions): Generator<DryRunProgress, DryRun> {
  const poolOptions: PoolOptions = options;
  const building = buildPool(plan, poolOptions);
  let pool: Pool | undefined;
  while (!pool) {
    const step = building.next();
    if (step.done) pool = step.value;
    else yield { phase: 'women', done: step.value, of: options.women };
  }
  return yield* dryRunOn(pool, plan, options);
}

/** The trials alone, on a pool that is there. */
export function* dryRunOn(pool: Pool, plan: DryRunPlan, options: DryRunOptions): Generator<DryRunProgress, DryRun> {
  const rule = plan.analysis.spending === 'pocock' ? 'spending-pocock' : 'spending-obrien-fleming';
  const looks = boundaries(rule, plan.analysis.alpha, plan.analysis.looks);
  const arms = armsOf(plan).map(({ arm, weight }) => ({ arm, weight, outcomes: outcomesOf(pool, arm) }));
  const done: Trial[] = [];
  for (let i = 0; i < options.repetitions; i++) {
    yield { phase: 'trials', done: i, of: options.repetitions };
    done.push(runTrial(arms, plan, looks, options.consent * pool.eligibleShare, streamOf(options.seed, i)));
  }
  return summarise(
    done,
    arms.map(({ arm }) => arm),
    plan,
    looks,
    pool,
    options,
  );
}

type Sums = {
  women: number;
  reads: number;
  consensus: number;
  recall: number;
  screenDetected: number;
  interval: number;
};
type Arm = { readonly arm: string; readonly weight: number; readonly outcomes: ArmOutcomes };
type Trial = {
  readonly asked: number;
  readonly sums: Readonly<Record<string, Sums>>;
  /** Position of the look at which each arm reached the boundary; looks.length = never. */
  readonly at: Readonly<Record<string, number>>;
  readonly z: Readonly<Record<string, number>>;
};

function runTrial(arms: readonly Arm[], plan: DryRunPlan, looks: readonly Look[], yes: number, r: Random): Trial {
  const { total } = plan.recruitment;
  // Women asked until enough have said yes: negative binomial, by its normal approximation.
  const asked = Math.max(total, Math.round(normal(r, total / yes, Math.sqrt((total * (1 - yes)) / (yes * yes)))));
  const sums: Record<string, Sums> = {};
  for (const { arm } of arms)
    sums[arm] = { women: 0, reads: 0, consensus: 0, recall: 0, screenDetected: 0, interval: 0 };
  const experimental = arms.filter(({ arm }) => arm !== plan.control).map(({ arm }) => arm);
  const at: Record<string, number> = Object.fromEntries(experimental.map((arm) => [arm, looks.length]));
  const z: Record<string, number> = {};
  for (const [i, look] of looks.entries()) {
    for (const one of arms) fill(sums[one.arm] as Sums, one, arms, Math.round(total * look.information), plan, r);
    for (const arm of experimental) {
      z[arm] = primaryZ(plan.analysis, countOf(sums, arm, plan), countOf(sums, plan.control, plan)) ?? 0;
      if ((z[arm] ?? 0) >= look.z && (at[arm] ?? 0) > i) at[arm] = i;
    }
  }
  return { asked, sums, at, z };
}

/** Goes on until the arm has its share of `upTo` women: blocks and minimisation keep it to a few, simple draws do not. */
function fill(sums: Sums, one: Arm, arms: readonly Arm[], upTo: number, plan: DryRunPlan, r: Random): void {
  const share = one.weight / arms.reduce((all, { weight }) => all + weight, 0);
  const more = upTo * share - sums.women;
  const noise = plan.allocation.method === 'simple' ? normal(r, 0, Math.sqrt(Math.max(0, more) * (1 - share))) : 0;
  draw(sums, one.outcomes, Math.max(0, Math.round(more + noise)), r);
}

/** So many women's outcomes at once: of those left, how many have the next outcome (a multinomial draw as binomial ones). */
function draw(sums: Sums, outcomes: ArmOutcomes, women: number, r: Random): void {
  let left = women;
  let weightLeft = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  for (const { outcome, weight } of outcomes) {
    const count = weight >= weightLeft ? left : binomial(r, left, weight / weightLeft);
    left -= count;
    weightLeft -= weight;
    sums.women += count;
    sums.reads += count * outcome.reads;
    if (outcome.consensus) sums.consensus += count;
    if (outcome.recall) sums.recall += count;
    if (outcome.screenDetected) sums.screenDetected += count;
    if (outcome.interval) sums.interval += count;
  }
}

function outcomesOf(pool: Pool, arm: string): ArmOutcomes {
  const outcomes = pool.arms[arm] ?? [];
  if (outcomes.length === 0) throw new RangeError(`arm "${arm}" has no simulated outcomes`);
  return outcomes;
}

function countOf(sums: Readonly<Record<string, Sums>>, arm: string, { analysis }: DryRunPlan): Count {
  const own = sums[arm] as Sums;
  const { primary } = analysis;
  // Two reads or more: the number above one for each, which is the same where none has three.
  const events = primary === 'reads' ? own.reads - own.women : own[keyOf[primary]];
  return { events, total: own.women };
}

const keyOf = {
  consensus: 'consensus',
  recall: 'recall',
  'screen-detected': 'screenDetected',
  interval: 'interval',
  reads: 'reads',
} as const;

function summarise(
  done: readonly Trial[],
  arms: readonly string[],
  plan: DryRunPlan,
  looks: readonly Look[],
  pool: Pool,
  options: DryRunOptions,
): DryRun {
  const { total } = plan.recruitment;
  const perThousand = (arm: string, measure: DryRunMeasure) =>
    spread(done.map(({ sums }) => (1000 * (sums[arm]?.[keyOf[measure]] ?? 0)) / Math.max(1, sums[arm]?.women ?? 1)));
  return {
    options,
    total,
    asked: spread(done.map(({ asked }) => asked)),
    pool: { women: pool.women, eligibleShare: pool.eligibleShare },
    arms: arms.map((arm) => ({
      arm,
      women: Math.round(spread(done.map(({ sums }) => sums[arm]?.women ?? 0)).mean),
      perThousand: Object.fromEntries(dryRunMeasures.map((m) => [m, perThousand(arm, m)])) as Record<
        DryRunMeasure,
        Spread
      >,
    })),
    looks,
    comparisons: arms
      .filter((arm) => arm !== plan.control)
      .map((arm) => {
        const reached = looks.map((_, i) => done.filter(({ at }) => (at[arm] ?? looks.length) <= i).length);
        const power = reached.at(-1) ?? 0;
        const sizes = done.map(({ at }) => total * (looks[at[arm] ?? looks.length]?.information ?? 1));
        return {
          arm,
          reached,
          power: { value: power / done.length, ...wilson(power, done.length) },
          meanSize: spread(sizes).mean,
          zBins: binned(done.map(({ z }) => z[arm] ?? 0)),
        };
      }),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { mean: values.reduce((a, b) => a + b, 0) / values.length, lower: at(0.025), upper: at(0.975) };
}

function binned(values: readonly number[]): { from: number; count: number }[] {
  const bins = values.map((z) => Math.floor(2 * z));
  const [first, last] = [Math.min(...bins), Math.max(...bins)];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) / 2,
    count: bins.filter((bin) => bin === first + i).length,
  }));
}
