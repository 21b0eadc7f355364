/** Where a score lies in a named calibration population. */

/** The steps that a calibration's distribution is cut at: thousandths, so that limits such as 98.5 and 99.5 fall on one. */
export const CALIBRATION_STEPS = 1000;

export type Direction = 'suspicious' | 'normal';

/**
 * 100 times the share of the calibration population that is less suspicious than `score`, half of those alike counted (the
 * mid-rank percentile). `points` are its scores in ascending order at equal steps from the lowest to the highest, two or
 * more; between them it is interpolated. 0 below all, 100 above all. `higherIs` says what a high score means: the
 * percentile is high for what is suspicious, always. sql/0111 has the same as ai_percentile.
 */
export function percentileOf(score: number, points: readonly number[], higherIs: Direction = 'suspicious'): number {
  const rank = rankOf(score, points);
  return higherIs === 'normal' ? 100 - rank : rank;
}

function rankOf(score: number, points: readonly number[]): number {
  const last = points.length - 1;
  const upper = countBelow(points, (point) => point <= score);
  if (upper === 0) return 0;
  const below = points[upper - 1] as number;
  if (below === score) {
    const lower = countBelow(points, (point) => point < score);
    return (50 * (upper - 1 + lower)) / last;
  }
  if (upper > last) return 100;
  const above = points[upper] as number;
  return (100 * (upper - 1 + (score - below) / (above - below))) / last;
}

/** How many of the first points hold; they are in order, so that those which hold come first. */
function countBelow(points: readonly number[], holds: (point: number) => boolean): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(points[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The score that a share (0-1) of the calibration population is at or below; between two points, interpolated. */
export function scoreAt(share: number, points: readonly number[]): number {
  const place = share * (points.length - 1);
  const at = Math.min(Math.floor(place), points.length - 2);
  const [below, above] = [points[at] as number, points[at + 1] as number];
  return below + (above - below) * (place - at);
}
