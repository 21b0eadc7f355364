/** How many women of each age to make in each municipality, so that the demo country is the real one divided by a scale. */
import type { Country, Municipality } from './country.ts';

export type Cell = { readonly municipality: Municipality; readonly age: number; readonly count: number };

/** Counts of a year divided by the scale: by municipality, then by age inside it, by largest remainder at both steps. */
export function quotas(country: Country, year: number, scale: number): Cell[] {
  const counts = new Map(country.women.filter((w) => w.year === year).map((w) => [w.municipality, w.ages]));
  const totals = country.municipalities.map((m) => (counts.get(m.number) ?? []).reduce((a, b) => a + b, 0));
  const national = Math.round(totals.reduce((a, b) => a + b, 0) / scale);
  const perMunicipality = largestRemainder(totals, national);
  return country.municipalities.flatMap((municipality, i) => {
    const ages = largestRemainder(counts.get(municipality.number) ?? [], perMunicipality[i] ?? 0);
    return ages.map((count, j) => ({ municipality, age: country.firstAge + j, count }));
  });
}

/** Whole numbers in proportion to the weights that add up to `total` (Hamilton's method; ties to the earlier). */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((w) => (w * total) / sum);
  const result = exact.map(Math.floor);
  const missing = total - result.reduce((a, b) => a + b, 0);
  exact
    .map((x, i) => ({ i, remainder: x - Math.floor(x) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, missing)
    .forEach(({ i }) => {
      result[i] = (result[i] ?? 0) + 1;
    });
  return result;
}
