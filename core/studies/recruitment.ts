/** Recruitment against plan: by month, cumulative, and when the target will be reached if it goes on as it has. */
import { exactCount } from '#core/statistics/intervals';

/** 'YYYY-MM'. */
export type Month = string;
export type MonthCount = { readonly centreId: string; readonly month: Month; readonly women: number };

export type RecruitmentCurve = {
  readonly months: readonly {
    readonly month: Month;
    readonly planned: number;
    /** Cumulative; null for months that have not come. */
    readonly recruited: number | null;
  }[];
  readonly planned: number;
  readonly recruited: number;
  /** Planned until the last month that is over, to hold `recruitedByThen` against. */
  readonly plannedByThen: number;
  readonly recruitedByThen: number;
  /** null while there is nothing to go by or the target is reached. */
  readonly forecast: Forecast | null;
};

/** The month in which the target is reached at the pace of the last whole months, and with the pace's 95 % limits. */
export type Forecast = {
  readonly perMonth: number;
  readonly expected: Month;
  readonly earliest: Month;
  /** null = not within fifty years. */
  readonly latest: Month | null;
};

/** Whole months that the pace is taken from. Configuration. */
const PACE_MONTHS = 3;

/** The curve of one site or of all. `target`: all that are to be recruited there. `thisMonth` is not over yet. */
export function recruitmentCurve(
  planned: readonly MonthCount[],
  recruited: readonly MonthCount[],
  target: number,
  thisMonth: Month,
): RecruitmentCurve {
  const all = [...planned, ...recruited].map(({ month }) => month);
  const last = [thisMonth, ...all].reduce((a, b) => (a > b ? a : b));
  const first = [thisMonth, ...all].reduce((a, b) => (a < b ? a : b));
  const [plan, real] = [byMonth(planned), byMonth(recruited)];
  let [sumPlanned, sumReal] = [0, 0];
  const months: RecruitmentCurve['months'][number][] = [];
  for (let month = first; month <= last; month = later(month, 1)) {
    sumPlanned += plan.get(month) ?? 0;
    sumReal += real.get(month) ?? 0;
    months.push({ month, planned: sumPlanned, recruited: month <= thisMonth ? sumReal : null });
  }
  const over = months.findLast(({ month }) => month < thisMonth);
  return {
    months,
    planned: target,
    recruited: sumReal,
    plannedByThen: over?.planned ?? 0,
    recruitedByThen: over?.recruited ?? 0,
    forecast: forecastOf(real, sumReal, target, thisMonth, first),
  };
}

function forecastOf(
  real: ReadonlyMap<Month, number>,
  done: number,
  target: number,
  thisMonth: Month,
  first: Month,
): Forecast | null {
  const window = Array.from({ length: PACE_MONTHS }, (_, i) => later(thisMonth, -1 - i)).filter((m) => m >= first);
  const began = window.filter((month) => [...real.keys()].some((known) => known <= month));
  const count = began.reduce((sum, month) => sum + (real.get(month) ?? 0), 0);
  if (done >= target || began.length === 0 || count === 0) return null;
  const { lower, upper } = exactCount(count);
  const at = (pace: number): number => Math.ceil((target - done) / (pace / began.length));
  const latest = at(lower);
  return {
    perMonth: count / began.length,
    expected: later(thisMonth, at(count)),
    earliest: later(thisMonth, at(upper)),
    latest: latest > 600 ? null : later(thisMonth, latest),
  };
}

function byMonth(counts: readonly MonthCount[]): ReadonlyMap<Month, number> {
  const sums = new Map<Month, number>();
  for (const { month, women } of counts) sums.set(month, (sums.get(month) ?? 0) + women);
  return sums;
}

/** The month so many after (before, when negative). */
export function later(month: Month, by: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
