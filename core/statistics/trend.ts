/** Whether a share rises or falls over the years. */
import { normalQuantile } from './special-functions.ts';

export type YearCount = { readonly year: number; readonly events: number; readonly total: number };

export type TrendTest = {
  /** Cochran-Armitage statistic: positive = rising. 0 with fewer than three years or no variation. */
  readonly z: number;
  readonly direction: 'rising' | 'falling' | 'steady';
};

/** Cochran-Armitage test for a linear trend in proportions (Agresti 2002, Categorical Data Analysis, 5.3.5). */
export function trendTest(years: readonly YearCount[], level = 0.95): TrendTest {
  const used = years.filter(({ total }) => total > 0);
  const total = sum(used, (y) => y.total);
  const share = sum(used, (y) => y.events) / total;
  const mean = sum(used, (y) => y.total * y.year) / total;
  const spread = sum(used, (y) => y.total * (y.year - mean) ** 2);
  const variance = share * (1 - share) * spread;
  if (used.length < 3 || !(variance > 0)) return { z: 0, direction: 'steady' };
  const z = sum(used, (y) => (y.events - y.total * share) * (y.year - mean)) / Math.sqrt(variance);
  const bound = normalQuantile((1 + level) / 2);
  return { z, direction: z > bound ? 'rising' : z < -bound ? 'falling' : 'steady' };
}

function sum(years: readonly YearCount[], of: (year: YearCount) => number): number {
  return years.reduce((total, year) => total + of(year), 0);
}
