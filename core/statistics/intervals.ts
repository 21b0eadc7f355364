/** Confidence intervals of proportions and rates: each function gives the two limits on the scale of its estimate. */
import { betaQuantile, gammaQuantile, normalQuantile } from './special-functions.ts';

export type Interval = { readonly lower: number; readonly upper: number };

/**
 * Wilson score interval of a proportion, without continuity correction (Wilson 1927, J Am Stat Assoc 22:209).
 * @param events whole number, 0 <= events <= total @param total > 0 @param level e.g. 0.95
 */
export function wilson(events: number, total: number, level = 0.95): Interval {
  const z = normalQuantile(1 - (1 - level) / 2);
  const p = events / total;
  const centre = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z / (1 + (z * z) / total)) * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  return { lower: events === 0 ? 0 : centre - half, upper: events === total ? 1 : centre + half };
}

/** Exact (Clopper-Pearson) interval of a proportion (Clopper and Pearson 1934, Biometrika 26:404). */
export function exactProportion(events: number, total: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    lower: events === 0 ? 0 : betaQuantile(tail, events, total - events + 1),
    upper: events === total ? 1 : betaQuantile(1 - tail, events + 1, total - events),
  };
}

/** Exact (Garwood) interval of a Poisson count (Garwood 1936, Biometrika 28:437); divide by person-time for a rate. */
export function exactCount(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}
