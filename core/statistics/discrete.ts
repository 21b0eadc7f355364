/** Distribution functions and quantiles of counts, exact, through the incomplete beta and gamma functions. */
import { incompleteBeta, incompleteGamma, normalQuantile } from './special-functions.ts';

/** P(R <= r) for R ~ Binomial(total, p); 0 <= p <= 1. */
export function binomialCdf(r: number, total: number, p: number): number {
  if (r < 0) return 0;
  if (r >= total) return 1;
  return incompleteBeta(1 - p, total - r, r + 1);
}

/** P(R <= r) for R ~ Poisson(mean); mean > 0. */
export function poissonCdf(r: number, mean: number): number {
  return r < 0 ? 0 : 1 - incompleteGamma(mean, r + 1);
}

/** Smallest r with P(R <= r) >= q, R ~ Binomial(total, p). */
export function binomialQuantile(q: number, total: number, p: number): number {
  const guess = total * p + normalQuantile(q) * Math.sqrt(total * p * (1 - p));
  return smallest((r) => binomialCdf(r, total, p) >= q, guess, total);
}

/** Smallest r with P(R <= r) >= q, R ~ Poisson(mean). */
export function poissonQuantile(q: number, mean: number): number {
  return smallest(
    (r) => poissonCdf(r, mean) >= q,
    mean + normalQuantile(q) * Math.sqrt(mean),
    Number.POSITIVE_INFINITY,
  );
}

/** Smallest whole r in 0..most for which `holds`, which is false up to some point and true from it; starts at a guess. */
function smallest(holds: (r: number) => boolean, guess: number, most: number): number {
  let r = Math.min(Math.max(0, Math.round(guess)), most);
  if (holds(r)) {
    while (r > 0 && holds(r - 1)) r--;
    return r;
  }
  while (r < most && !holds(r)) r++;
  return r;
}
