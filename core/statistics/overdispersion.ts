/**
 * Whether places differ by more than chance, as indicators mostly do for reasons that are no one's fault: tested before
 * limits are drawn. Spiegelhalter 2005, Stat Med 24:1185, section 5; the order of steps follows Verburg et al. 2018,
 * Stat Methods Med Res 27:3350 (PMC6193208), step 4.
 */
import { incompleteGamma } from './special-functions.ts';

export type PlaceCount = { readonly events: number; readonly total: number };

export type Overdispersion = {
  /** Estimated factor by which the variance exceeds the binomial: 1 = chance alone. */
  readonly phi: number;
  /** One-sided probability of so large a phi if chance alone were at work. */
  readonly p: number;
  /** Variance between places, on the proportion's scale; 0 when the test does not reject chance alone. */
  readonly tau2: number;
  readonly places: number;
};

/** Share of places at each end whose z is drawn in to the next (Spiegelhalter 2005: 10 %). */
const WINSORISED = 0.1;
const SIGNIFICANCE = 0.05;

/** Fewer places than this say nothing about the spread between them. */
const FEWEST_PLACES = 5;

/** Tests and estimates overdispersion of proportions around a target, on winsorised z scores. 0 < target < 1. */
export function overdispersion(target: number, counts: readonly PlaceCount[]): Overdispersion {
  const places = counts.filter(({ total }) => total > 0);
  const n = places.length;
  if (n < FEWEST_PLACES || target <= 0 || target >= 1) return { phi: 1, p: 1, tau2: 0, places: n };
  const variances = places.map(({ total }) => (target * (1 - target)) / total);
  const z = places.map(({ events, total }, i) => (events / total - target) / Math.sqrt(variances[i] ?? 1));
  const phi = winsorise(z, WINSORISED).reduce((sum, one) => sum + one * one, 0) / n;
  const p = 1 - incompleteGamma((n * phi) / 2, n / 2);
  return { phi, p, tau2: p < SIGNIFICANCE && phi > 1 ? betweenPlaces(phi, variances) : 0, places: n };
}

/** Method of moments (DerSimonian and Laird 1986, Control Clin Trials 7:177), with n phi for the heterogeneity statistic. */
function betweenPlaces(phi: number, variances: readonly number[]): number {
  const n = variances.length;
  const weights = variances.map((v) => 1 / v);
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return Math.max(0, (n * phi - (n - 1)) / (sum - squares / sum));
}

/** Values beyond the share's quantile at each end are set to the value at it. */
export function winsorise(values: readonly number[], share: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(values.length * share);
  const low = sorted[cut] ?? 0;
  const high = sorted[values.length - 1 - cut] ?? 0;
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
