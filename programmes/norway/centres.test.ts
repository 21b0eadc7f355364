import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { centreOfMunicipality, centres, regions } from './centres.ts';
import { units } from './units.ts';

const read = (name: string): string[][] =>
  readFileSync(new URL(`../../data/geography/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const municipalities = read('municipalities').map(([number = '']) => number);

describe('areas', () => {
  it('every one of the 357 municipalities has a centre, and every centre municipalities', () => {
    expect(municipalities).toHaveLength(357);
    const served = new Set(municipalities.map((m) => centreOfMunicipality(m)));
    expect(served).toEqual(new Set(centres.map((c) => c.id)));
  });

  it('a number outside the country has none', () => {
    expect(centreOfMunicipality('2100')).toBeUndefined();
    expect(centreOfMunicipality('')).toBeUndefined();
  });

  it('17 areas with 631,000 women in 2021, as published', () => {
    expect(centres).toHaveLength(17);
    expect(centres.reduce((sum, c) => sum + c.population2021, 0)).toBe(631_000);
    expect(new Set(centres.map((c) => c.regionId))).toEqual(new Set(regions.map((r) => r.id)));
  });

  it.each(centres)('$shortName: women 50-69 of 2022 within 13 % of the published size', (centre) => {
    let women = 0;
    for (const [municipality = '', year, ...ages] of read('women_by_municipality_age')) {
      if (year !== '2022' || centreOfMunicipality(municipality) !== centre.id) continue;
      // Columns are ages 40-84.
      women += ages.slice(10, 30).reduce((sum, n) => sum + Number(n), 0);
    }
    expect(Math.abs(women / centre.population2021 - 1)).toBeLessThan(0.13);
  });
});

describe('units (invented)', () => {
  it('26 stationary and 4 mobile, named as demo', () => {
    expect(units.filter((u) => u.kind === 'stationary')).toHaveLength(26);
    expect(units.filter((u) => u.kind === 'mobile')).toHaveLength(4);
    expect(new Set(units.map((u) => u.id)).size).toBe(30);
    for (const unit of units) expect(unit.name).toMatch(/^Demo/);
  });

  it('every centre has a stationary unit; each unit and stop stands in its centre', () => {
    for (const centre of centres) {
      expect(units.some((u) => u.centreId === centre.id && u.kind === 'stationary')).toBe(true);
    }
    for (const unit of units) {
      for (const { municipality } of [unit, ...unit.stops])
        expect(centreOfMunicipality(municipality)).toBe(unit.centreId);
    }
  });

  it('postal codes exist', () => {
    const codes = new Set(read('postal_codes').map(([code]) => code));
    for (const unit of units) expect(codes).toContain(unit.postalCode);
  });

  it('a tour fills weeks 2-51, one stop after the other', () => {
    for (const { stops } of units.filter((u) => u.kind === 'mobile')) {
      let week = 2;
      for (const stop of stops) {
        expect(stop.fromWeek).toBe(week);
        week = stop.toWeek + 1;
      }
      expect(week).toBe(52);
    }
  });
});
