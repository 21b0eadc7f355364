import { describe, expect, it } from 'vitest';
import { ageAtHazard, cumulativeIncidence, hazardOf } from './incidence.ts';
import { lifeParameters } from './parameters.ts';

describe('incidence without screening', () => {
  const level = { ...lifeParameters, incidenceTrend: 0 };

  it('cumulates the yearly rates: 171 per 100,000 a year from 45 to 49 (Cancer in Norway 2015)', () => {
    const hazard = cumulativeIncidence(1960, level);
    expect((hazard[50] ?? 0) - (hazard[45] ?? 0)).toBeCloseTo((5 * 171) / 100_000, 10);
  });

  it('the trend acts in calendar time: twenty years later born, twenty years more of it', () => {
    const [early, late] = [1950, 1970].map((year) => cumulativeIncidence(year, lifeParameters));
    const at = (h: Float64Array | undefined) => (h?.[61] ?? 0) - (h?.[60] ?? 0);
    expect(at(late) / at(early)).toBeCloseTo((1 + lifeParameters.incidenceTrend) ** 20, 6);
  });

  it('the age at a hazard is its inverse, and there is none past the end', () => {
    const hazard = hazardOf(1960, level);
    for (const age of [30.5, 47.25, 58.75, 71]) {
      const low = Math.floor(age);
      const at = (hazard[low] ?? 0) + (age - low) * ((hazard[low + 1] ?? 0) - (hazard[low] ?? 0));
      expect(ageAtHazard(hazard, at)).toBeCloseTo(age, 6);
    }
    expect(ageAtHazard(hazard, 1)).toBeUndefined();
  });
});
