/**
 * Funnel plots: limits around a target that grow narrower with volume, so that places are compared without a league table
 * (Spiegelhalter 2005, Stat Med 24:1185).
 */
import { binomialCdf, binomialQuantile, poissonCdf, poissonQuantile } from './discrete.ts';
import { normalQuantile } from './special-functions.ts';

export type FunnelLimits = { readonly lower: number; readonly upper: number };

/**
 * Exact control limits of a proportion at one volume, interpolated between the two counts whose cumulative probabilities
 * stand on each side of the tail (Spiegelhalter 2005, appendix A.1.1). `level` 0.95 or 0.998; total > 0; 0 < target < 1.
 */
export function binomialLimits(target: number, total: number, level: number): FunnelLimits {
  const at = (q: number) => {
    const r = binomialQuantile(q, total, target);
    return clamp(interpolate(q, r, (x) => binomialCdf(x, total, target)) / total);
  };
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

/** Exact control limits of a ratio observed/expected at one expected count (the same appendix, Poisson). expected > 0. */
export function poissonLimits(expected: number, level: number): FunnelLimits {
  const at = (q: number) =>
    Math.max(0, interpolate(q, poissonQuantile(q, expected), (x) => poissonCdf(x, expected)) / expected);
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

function interpolate(q: number, r: number, cdf: (x: number) => number): number {
  const above = cdf(r);
  return r - (above - q) / (above - cdf(r - 1));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/**
 * Limits widened for overdispersion: random effects with variance `tau2` between places are added to the sampling
 * variance (Spiegelhalter 2005, section 5.2; normal approximation, on the proportion's own scale).
 */
export function widenedLimits(target: number, total: number, level: number, tau2: number): FunnelLimits {
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((target * (1 - target)) / total + tau2);
  return { lower: clamp(target - half), upper: clamp(target + half) };
}

/** Where a place stands: within, or outside the 95 % or the 99.8 % limits, above or below. */
export type FunnelStanding = 'within' | 'above-95' | 'below-95' | 'above-998' | 'below-998';

export function standing(value: number, at95: FunnelLimits, at998: FunnelLimits): FunnelStanding {
  if (value > at998.upper) return 'above-998';
  if (value < at998.lower) return 'below-998';
  if (value > at95.upper) return 'above-95';
  return value < at95.lower ? 'below-95' : 'within';
}
