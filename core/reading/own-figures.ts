/**
 * A radiologist's own figures: shares with Wilson intervals, the volume from which each means anything, and the spread of
 * her colleagues without names. Counted on blind reads only, so that nobody can better her figures by agreeing with
 * another (NHS design history 2026/03, "comparing image reader opinions").
 */
import { type Interval, wilson } from '#core/statistics/intervals';
import { normalQuantile } from '#core/statistics/special-functions';
import { boundBy, type Protocol, stepsOf } from '#core/protocols/protocol';

/** What is counted of one reader's blind reads in a period. */
export type ReaderCounts = {
  readonly reads: number;
  /** Any breast at 2 or more. */
  readonly positive: number;
  /** Reads whose case has another blind read, and those where one of the two is positive and the other is not. */
  readonly paired: number;
  readonly discordant: number;
  /** Closed cases that she scored positive, and those recalled. */
  readonly positiveClosed: number;
  readonly positiveRecalled: number;
  /** Recalled cases that she scored positive, in which screening found cancer. */
  readonly recalledCancers: number;
  /** Cases she read in which screening found cancer, and those she scored positive herself. */
  readonly cancers: number;
  readonly cancersMarked: number;
  /** Reads that ended without recall, followed for the whole interval, and those with an interval cancer. */
  readonly followed: number;
  readonly intervalCancers: number;
};

export const ownFigureIds = ['positive', 'discordant', 'recalled', 'ppv', 'marked', 'interval'] as const;
export type OwnFigureId = (typeof ownFigureIds)[number];

/** Numerator and denominator of each figure. */
export const ownFigureParts: Readonly<Record<OwnFigureId, readonly [keyof ReaderCounts, keyof ReaderCounts]>> = {
  positive: ['positive', 'reads'],
  discordant: ['discordant', 'paired'],
  recalled: ['positiveRecalled', 'positiveClosed'],
  ppv: ['recalledCancers', 'positiveRecalled'],
  marked: ['cancersMarked', 'cancers'],
  interval: ['intervalCancers', 'followed'],
};

export type OwnFigureRules = {
  /** A figure means something when its expected interval reaches no further than this share of its value (or of its rest). */
  readonly relativeHalfWidth: number;
  /** The spread of colleagues is shown when there are at least so many with enough volume: nobody can be told apart. */
  readonly fewestColleagues: number;
};

export type OwnFigure = {
  readonly id: OwnFigureId;
  readonly events: number;
  readonly of: number;
  /** null when there is nothing to take it of. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** The denominator from which it means something; null when the expected share is not known, or is 0 or 1. */
  readonly meaningfulFrom: number | null;
  /** Lower quartile, median and upper quartile of colleagues with enough volume; null when they are too few. */
  readonly colleagues: { readonly lower: number; readonly median: number; readonly upper: number } | null;
};

/** Width of the Wilson interval that is expected when `share` is true and `n` are counted. */
export function expectedWidth(share: number, n: number, level = 0.95): number {
  const z = normalQuantile(1 - (1 - level) / 2);
  return ((2 * z) / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
}

/**
 * The smallest number for which the expected 95 % interval is no wider than twice `relativeHalfWidth` of the share (of its
 * rest when the share is above a half). null for a share of 0 or 1, of which no number is enough.
 */
export function meaningfulVolume(share: number, relativeHalfWidth: number): number | null {
  const part = Math.min(share, 1 - share);
  if (!(part > 0)) return null;
  const limit = 2 * relativeHalfWidth * part;
  let [low, high] = [0, 1];
  while (expectedWidth(share, high) > limit) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (expectedWidth(share, middle) > limit) low = middle;
    else high = middle;
  }
  return high;
}

/** One reader's figures beside her colleagues'. The expected share is everyone's together. */
export function ownFigures(
  own: ReaderCounts,
  colleagues: readonly ReaderCounts[],
  rules: OwnFigureRules,
): readonly OwnFigure[] {
  return ownFigureIds.map((id) => {
    const [over, under] = ownFigureParts[id];
    const [events, of] = [own[over], own[under]];
    const all = [own, ...colleagues];
    const total = all.reduce((sum, one) => sum + one[under], 0);
    const expected = total > 0 ? all.reduce((sum, one) => sum + one[over], 0) / total : null;
    const meaningfulFrom = expected === null ? null : meaningfulVolume(expected, rules.relativeHalfWidth);
    const enough = colleagues.filter((one) => meaningfulFrom !== null && one[under] >= meaningfulFrom);
    return {
      id,
      events,
      of,
      value: of > 0 ? events / of : null,
      interval: of > 0 ? wilson(events, of) : null,
      meaningfulFrom,
      colleagues:
        enough.length >= rules.fewestColleagues ? quartiles(enough.map((one) => one[over] / one[under])) : null,
    };
  });
}

/** Quartiles by linear interpolation between the ordered values (R's type 7). At least one value. */
export function quartiles(values: readonly number[]): { lower: number; median: number; upper: number } {
  const ordered = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (ordered.length - 1) * share;
    const below = ordered[Math.floor(place)] ?? 0;
    const above = ordered[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** The read steps of an arm whose reader sees no other opinion: not another's read, not a consensus, not a machine's score. */
export function blindSteps(protocol: Protocol, arm: string): readonly string[] {
  const steps = stepsOf(protocol, arm);
  const bound = new Set(steps.flatMap((step) => boundBy(step) ?? []));
  return steps.flatMap((step) =>
    'read' in step && !step.revises && step.sees.every((item) => !bound.has(item.split('.')[0] ?? ''))
      ? [step.read]
      : [],
  );
}
