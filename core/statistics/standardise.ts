/** Standardised rates: what a place's figure would be if its women were distributed as a standard population. */
import { exactCount, type Interval, wilson } from './intervals.ts';
import { gammaQuantile, normalQuantile } from './special-functions.ts';

export type Stratum = {
  readonly events: number;
  /** Women, or person-time. */
  readonly total: number;
  /** The standard population's size in this stratum, in any unit. */
  readonly standard: number;
};

export type StandardisedRate = { readonly value: number; readonly limits: Interval };

/** Strata with nobody in them are left out, and the weights shared among the rest. */
function weighted(strata: readonly Stratum[]) {
  const used = strata.filter(({ total, standard }) => total > 0 && standard > 0);
  const whole = used.reduce((sum, { standard }) => sum + standard, 0);
  return used.map(({ events, total, standard }) => ({ events, total, weight: standard / whole }));
}

/**
 * Directly standardised rate of a rare event with the gamma interval of Fay and Feuer 1997 (Stat Med 16:791), per one.
 * Undefined when no stratum has anybody in it.
 */
export function standardisedRate(strata: readonly Stratum[], level = 0.95): StandardisedRate | undefined {
  const used = weighted(strata);
  if (used.length === 0) return undefined;
  const value = used.reduce((sum, s) => sum + (s.weight * s.events) / s.total, 0);
  const variance = used.reduce((sum, s) => sum + (s.weight ** 2 * s.events) / s.total ** 2, 0);
  const most = Math.max(...used.map((s) => s.weight / s.total));
  const tail = (1 - level) / 2;
  const lower = value === 0 ? 0 : scaledGamma(tail, value ** 2 / variance, variance / value);
  const upperVariance = variance + most ** 2;
  const upper = scaledGamma(1 - tail, (value + most) ** 2 / upperVariance, upperVariance / (value + most));
  return { value, limits: { lower, upper } };
}

function scaledGamma(p: number, shape: number, scale: number): number {
  return gammaQuantile(p, shape) * scale;
}

/**
 * The same rate with the interval of Dobson et al. 1991 (Stat Med 10:457): the exact limits of the total count, shrunk to
 * the standardised rate's standard error.
 */
export function dobsonRate(strata: readonly Stratum[], level = 0.95): StandardisedRate | undefined {
  const used = weighted(strata);
  if (used.length === 0) return undefined;
  const events = used.reduce((sum, s) => sum + s.events, 0);
  const value = used.reduce((sum, s) => sum + (s.weight * s.events) / s.total, 0);
  const variance = used.reduce((sum, s) => sum + (s.weight ** 2 * s.events) / s.total ** 2, 0);
  const count = exactCount(events, level);
  const scale = events === 0 ? Math.max(...used.map((s) => s.weight / s.total)) : Math.sqrt(variance / events);
  return {
    value,
    limits: { lower: value + scale * (count.lower - events), upper: value + scale * (count.upper - events) },
  };
}

/**
 * Directly standardised proportion of something common, such as participation: Wilson's interval at the effective sample
 * size, which is the number of women that would give the weighted estimate's binomial variance (Korn and Graubard 1998,
 * Survey Methodology 24:193).
 */
export function standardisedShare(strata: readonly Stratum[], level = 0.95): StandardisedRate | undefined {
  const used = weighted(strata);
  if (used.length === 0) return undefined;
  const value = used.reduce((sum, s) => sum + (s.weight * s.events) / s.total, 0);
  const variance = used.reduce((sum, s) => {
    const share = s.events / s.total;
    return sum + (s.weight ** 2 * share * (1 - share)) / s.total;
  }, 0);
  const women = used.reduce((sum, s) => sum + s.total, 0);
  const effective = variance > 0 ? Math.min(women, (value * (1 - value)) / variance) : women;
  return { value, limits: wilson(value * effective, effective, level) };
}

/**
 * Indirectly standardised ratio: observed over expected events. Exact limits by default; on the log scale as epitools
 * gives them. observed >= 0 (> 0 on the log scale), expected > 0.
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  scale: 'exact' | 'log' = 'exact',
  level = 0.95,
): StandardisedRate {
  const value = observed / expected;
  if (scale === 'exact') {
    const { lower, upper } = exactCount(observed, level);
    return { value, limits: { lower: lower / expected, upper: upper / expected } };
  }
  const factor = Math.exp(normalQuantile((1 + level) / 2) / Math.sqrt(observed));
  return { value, limits: { lower: value / factor, upper: value * factor } };
}
