/** Shares in an enriched sample: each case counts for as many as it was drawn for. */
import type { Interval } from './intervals.ts';
import { wilson } from './intervals.ts';

export type WeightedShare = Interval & {
  readonly value: number;
  readonly variance: number;
  /** Sum of weights: how many cases these stand for. */
  readonly standsFor: number;
  /** The number of equally weighted cases that would know as much (Kish 1965, Survey Sampling, 8.2). */
  readonly effective: number;
};

/**
 * Share with inverse-probability weights (Hajek's ratio) and its linearised variance, cases of one cluster together; the
 * interval is Wilson's at the number of cases that would give that variance (Korn and Graubard 1998, Surv Methodol 24:193).
 * @param events 1 = counted @param among which cases are in the denominator; absent = all
 * @returns undefined when no case is in the denominator
 */
export function weightedShare(
  events: Uint8Array,
  weights: Float64Array,
  { among, clusters, level = 0.95 }: { among?: Uint8Array; clusters?: Int32Array; level?: number } = {},
): WeightedShare | undefined {
  let [total, hit, squares, cases] = [0, 0, 0, 0];
  for (let i = 0; i < events.length; i++) {
    if (among && among[i] !== 1) continue;
    const weight = weights[i] as number;
    total += weight;
    squares += weight * weight;
    hit += weight * (events[i] as number);
    cases++;
  }
  if (total === 0) return undefined;
  const value = hit / total;
  const sums = new Map<number, number>();
  let spread = 0;
  for (let i = 0; i < events.length; i++) {
    if (among && among[i] !== 1) continue;
    const part = ((weights[i] as number) * ((events[i] as number) - value)) / total;
    if (clusters) sums.set(clusters[i] as number, (sums.get(clusters[i] as number) ?? 0) + part);
    else spread += part * part;
  }
  for (const sum of sums.values()) spread += sum * sum;
  const units = clusters ? sums.size : cases;
  const variance = units > 1 ? (spread * units) / (units - 1) : spread;
  const kish = (total * total) / squares;
  const effective = variance > 0 ? Math.min(cases, (value * (1 - value)) / variance) : kish;
  return { value, variance, standsFor: total, effective: kish, ...wilson(value * effective, effective, level) };
}
