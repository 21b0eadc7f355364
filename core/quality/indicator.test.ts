import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInSets } from '#programmes/indicators/sets';
import { faultsOf, type Indicator, medianFigure, ratioFigure, shareFigure } from './indicator.ts';
import { readIndicatorSet } from './indicator-set.ts';
import { meets, verdict } from './target.ts';

describe('a figure', () => {
  it('reproduces Norway 1996-2007: 8,105 of 1,470,854 = 5.51 per 1000 (Eur Radiol 2016 26:2520, Table 2)', () => {
    const detection = shareFigure({ per: 1000, interval: 'exact' }, 8105, 1_470_854);
    expect(detection.value).toBeCloseTo(5.51, 3);
    expect(detection.limits?.lower).toBeLessThan(5.51);
    expect(detection.limits?.upper).toBeGreaterThan(5.51);
  });
  it('reproduces consensus 7.387 % (Hofvind 2009: 76,375 of 1,033,870)', () => {
    expect(shareFigure({ per: 100, interval: 'wilson' }, 54_447 + 21_928, 1_033_870).value).toBeCloseTo(7.387, 3);
  });
  it('reproduces episode sensitivity 75.55 % (8,105 SDC, 2,623 IC)', () => {
    expect(shareFigure({ per: 100, interval: 'exact' }, 8105, 8105 + 2623).value).toBeCloseTo(75.55, 2);
  });
  it('of nothing has no value', () => {
    expect(shareFigure({ per: 100, interval: 'wilson' }, 0, 0)).toMatchObject({ value: null, limits: null });
    expect(ratioFigure(3, 0)).toMatchObject({ value: null, limits: null });
    expect(medianFigure(new Map())).toMatchObject({ value: null, denominator: 0 });
  });
  it('as a ratio: its limits hold it, and turn round with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const there = ratioFigure(a, b);
        const back = ratioFigure(b, a);
        expect(there.limits?.lower).toBeLessThanOrEqual(a / b);
        expect(there.limits?.upper).toBeGreaterThanOrEqual(a / b);
        expect(there.limits?.lower).toBeCloseTo(1 / (back.limits?.upper ?? 0), 6);
      }),
    );
  });
});

describe('target levels', () => {
  const participation = {
    acceptable: { is: 'gt', value: 70 },
    desirable: { is: 'gt', value: 75 },
    source: '',
  } as const;
  it.each([
    [76.2, 'desirable'],
    [75, 'acceptable'],
    [70, 'below'],
  ] as const)('%d %% is %s (EU guidelines, participation >70 %%, >75 %%)', (value, expected) => {
    expect(verdict(participation, { value, limits: { lower: value, upper: value } })).toEqual({
      verdict: expected,
      certain: true,
    });
  });
  it('are uncertain when the interval crosses a level', () => {
    expect(verdict(participation, { value: 76, limits: { lower: 74, upper: 78 } }).certain).toBe(false);
  });
  it('a desirable value is never worse than an acceptable one, whatever the bounds', () => {
    const bound = fc.record({
      is: fc.constantFrom('ge', 'gt', 'le', 'lt' as const),
      value: fc.double({ noNaN: true }),
    });
    fc.assert(
      fc.property(bound, bound, fc.double({ noNaN: true }), (acceptable, desirable, value) => {
        const found = verdict({ acceptable, desirable, source: '' }, { value, limits: null }).verdict;
        expect(found === 'desirable').toBe(meets(desirable, value));
        expect(found === 'below').toBe(!meets(desirable, value) && !meets(acceptable, value));
      }),
    );
  });
});

describe('the sets', () => {
  const all = builtInSets.flatMap((set) => set.indicators.map((one) => ({ ...one, label: `${set.id} ${one.number}` })));
  it.each(all)('$label names only fields that its fact has', (indicator) => {
    expect(faultsOf(indicator)).toEqual([]);
  });
  it.each(builtInSets)('$id can be written to a file and read again', (set) => {
    const again = readIndicatorSet(JSON.stringify(set));
    expect(again).toEqual({ ok: true, value: JSON.parse(JSON.stringify(set)) });
  });
  it('count as published: 13 European and 11 Danish headings, 11 Swedish, 20 criteria with 72 indicators', () => {
    const headings = (id: string, of: (number: string) => string) =>
      new Set(builtInSets.find((set) => set.id === id)?.indicators.map(({ number }) => of(number))).size;
    const withoutLetter = (number: string) => number.replace(/[a-z]$/, '');
    expect(headings('european-13', withoutLetter)).toBe(13);
    expect(headings('danish-11', withoutLetter)).toBe(11);
    expect(headings('swedish-11', withoutLetter)).toBe(11);
    expect(headings('placeholder-72', (number) => number.split('.')[0] ?? '')).toBe(20);
    expect(headings('placeholder-72', (number) => number)).toBe(72);
  });
  it('that stand in for a list that is not known here say so', () => {
    expect(builtInSets.filter((set) => set.placeholder).map((set) => set.id)).toEqual(['swedish-11', 'placeholder-72']);
  });
});

describe('a set from a file', () => {
  const [set] = builtInSets;
  const [first] = set?.indicators ?? [];
  it('that is not JSON is refused', () => {
    expect(readIndicatorSet('{')).toMatchObject({ ok: false, refusal: { code: 'invalid-indicator-set' } });
  });
  it('is refused with every fault, where it stands and what was expected', () => {
    const { name: _, ...nameless } = first as Indicator;
    const text = JSON.stringify({ ...set, indicators: [nameless, { ...first, measure: { kind: 'guess' } }] });
    const read = readIndicatorSet(text);
    const what = read.ok ? '' : read.refusal.what;
    expect(what).toContain('indicator 1 (coverage) name');
    expect(what).toContain('indicator 2 (coverage) measure');
  });
  it('with a field that the fact does not have is refused with those it has', () => {
    const wrong = { ...first, measure: { ...first?.measure, numerator: ['is', 'screend'] } };
    const read = readIndicatorSet(JSON.stringify({ ...set, indicators: [wrong] }));
    expect(read.ok ? '' : read.refusal.what).toContain('has no field "screend"');
  });
  it('with the same id twice is refused', () => {
    const read = readIndicatorSet(JSON.stringify({ ...set, indicators: [first, first] }));
    expect(read.ok ? '' : read.refusal.what).toContain('coverage: the id is used twice');
  });
});
