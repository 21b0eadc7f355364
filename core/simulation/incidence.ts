/** When a woman would get breast cancer if nobody looked for it: a hazard by age and calendar year, and its inverse. */
import type { LifeParameters } from './parameters.ts';

const LAST_AGE = 105;

/** Cumulative hazard by whole age, 0-105, for women born in a year. */
export type CumulativeHazard = Float64Array;

/** Piecewise constant hazard by single year of age, with the yearly trend applied in calendar time. */
export function cumulativeIncidence(birthYear: number, p: LifeParameters): CumulativeHazard {
  const cumulative = new Float64Array(LAST_AGE + 1);
  for (let age = 0; age < LAST_AGE; age++) {
    const trend = (1 + p.incidenceTrend) ** (birthYear + age - p.incidenceYear);
    cumulative[age + 1] = (cumulative[age] ?? 0) + (rateAt(age, p) / 100_000) * trend;
  }
  return cumulative;
}

const kept = new WeakMap<LifeParameters, Map<number, CumulativeHazard>>();

/** `cumulativeIncidence`, worked out once for each birth year and set of parameters. */
export function hazardOf(birthYear: number, p: LifeParameters): CumulativeHazard {
  const byYear = kept.get(p) ?? new Map<number, CumulativeHazard>();
  kept.set(p, byYear);
  const hazard = byYear.get(birthYear) ?? cumulativeIncidence(birthYear, p);
  byYear.set(birthYear, hazard);
  return hazard;
}

function rateAt(age: number, p: LifeParameters): number {
  let rate = 0;
  for (const [fromAge, value] of p.clinicalIncidence) if (age >= fromAge) rate = value;
  return rate;
}

/** Exact age (years) at which the cumulative hazard reaches `target`; undefined when it does not before 105. */
export function ageAtHazard(cumulative: CumulativeHazard, target: number): number | undefined {
  if (target >= (cumulative[LAST_AGE] ?? 0)) return undefined;
  let low = 0;
  let high = LAST_AGE;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) <= target) low = middle;
    else high = middle;
  }
  const start = cumulative[low] ?? 0;
  return low + (target - start) / ((cumulative[high] ?? 0) - start);
}
