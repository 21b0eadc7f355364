/** Tail probabilities of the normal and of Student's t, also far out: relative accuracy about 1e-13. */
import { incompleteBeta, upperGamma } from './special-functions.ts';

/** P(Z > z) for a standard normal Z, without loss in the tail: normalUpper(10) is 7.62e-24, not 0. */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  return z === 0 ? 0.5 : upperGamma((z * z) / 2, 0.5) / 2;
}

/** P(|Z| > |z|) for a standard normal Z. */
export function normalTwoSided(z: number): number {
  return z === 0 ? 1 : upperGamma((z * z) / 2, 0.5);
}

/** P(|T| > |t|) for Student's t with `df` > 0 degrees of freedom, which need not be whole (Abramowitz and Stegun 26.7.1). */
export function studentTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** The t with P(|T| > t) = alpha, 0 < alpha < 1, for Student's t with `df` degrees of freedom. */
export function studentQuantile(alpha: number, df: number): number {
  let high = 1;
  while (studentTwoSided(high, df) > alpha) high *= 2;
  let low = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTwoSided(middle, df) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
