/** How many of n succeed, in time that does not grow with n. */
import { logGamma } from './special-functions.ts';
import type { Random } from '#core/kernel/random';

/**
 * A draw from Binomial(n, p). Expected number of the rarer outcome below 10: by the gaps between them (Devroye 1986, X.4.3); else
 * transformed rejection, BTRS of Hörmann 1993 (J Stat Comput Simul 46:101). n whole and not negative, 0 <= p <= 1.
 */
export function binomial(r: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(r, n, 1 - p);
  return n * p < 10 ? byGaps(r, n, p) : byRejection(r, n, p);
}

function byGaps(r: Random, n: number, p: number): number {
  const scale = Math.log1p(-p);
  let successes = -1;
  for (let at = 0; at <= n; successes++) at += Math.floor(Math.log(1 - r.next()) / scale) + 1;
  return successes;
}

function byRejection(r: Random, n: number, p: number): number {
  const sd = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * sd;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const middle = n * p + 0.5;
  const within = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * sd;
  const mode = Math.floor((n + 1) * p);
  const odds = Math.log(p / (1 - p));
  const top = logGamma(mode + 1) + logGamma(n - mode + 1);
  for (;;) {
    const u = r.next() - 0.5;
    const v = r.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + middle);
    if (us >= 0.07 && v <= within) return k;
    if (k < 0 || k > n) continue;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    if (height <= top - logGamma(k + 1) - logGamma(n - k + 1) + (k - mode) * odds) return k;
  }
}
