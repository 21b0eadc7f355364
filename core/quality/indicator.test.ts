import { describe, expect, it } from 'vitest';
import { firstFigures } from '#programmes/indicators/first-figures';
import { faultsOf, figure, type Indicator } from './indicator.ts';

describe('a figure', () => {
  it('reproduces Norway 1996-2007: 8,105 of 1,470,854 = 5.51 per 1000 (Eur Radiol 2016 26:2520, Table 2)', () => {
    const detection = figure({ per: 1000, interval: 'exact' }, 8105, 1_470_854);
    expect(detection.value).toBeCloseTo(5.51, 3);
    expect(detection.limits?.lower).toBeLessThan(5.51);
    expect(detection.limits?.upper).toBeGreaterThan(5.51);
  });
  it('reproduces consensus 7.387 % (Hofvind 2009: 76,375 of 1,033,870)', () => {
    expect(figure({ per: 100, interval: 'wilson' }, 54_447 + 21_928, 1_033_870).value).toBeCloseTo(7.387, 3);
  });
  it('reproduces episode sensitivity 75.55 % (8,105 SDC, 2,623 IC)', () => {
    expect(figure({ per: 100, interval: 'exact' }, 8105, 8105 + 2623).value).toBeCloseTo(75.55, 2);
  });
  it('of nothing has no value', () => {
    expect(figure({ per: 100, interval: 'wilson' }, 0, 0)).toMatchObject({ value: null, limits: null });
  });
});

describe('the first figures', () => {
  it.each(firstFigures.indicators)('$id names only fields that its fact has', (indicator) => {
    expect(faultsOf(indicator)).toEqual([]);
  });
  it('have distinct ids and words in both languages', () => {
    expect(new Set(firstFigures.indicators.map((i) => i.id)).size).toBe(firstFigures.indicators.length);
    for (const { name, definition } of firstFigures.indicators)
      for (const text of [name.nb, name.en, definition.nb, definition.en]) expect(text.length).toBeGreaterThan(3);
  });
  it('an unknown field is a fault in words', () => {
    const [first] = firstFigures.indicators as readonly [Indicator];
    expect(faultsOf({ ...first, numerator: ['is', 'screend'] })).toEqual([
      expect.stringContaining('has no field "screend"'),
    ]);
  });
});
