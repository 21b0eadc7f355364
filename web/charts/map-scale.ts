/** Steps of a map's colours: figures are put in a few classes, so that a reader can tell which class a place is in. */

/** Limits between `steps` classes with about as many values in each; fewer when values repeat. Ascending. */
export function evenLimits(values: readonly number[], steps: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const limits = Array.from({ length: steps - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / steps)]);
  const least = sorted[0];
  return [...new Set(limits)].filter((limit): limit is number => limit !== undefined && limit > (least ?? limit));
}

/** Which class a value is in by ascending limits: 0 below the first, limits.length from the last on. */
export function stepOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
