import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '#programmes/breast-no/benefit-and-harm';
import { benefitAndHarm, type OwnRates } from './benefit-and-harm.ts';

const LEAST = 10;
const pair = (first: number, later: number, among = 100_000) => ({
  first: { cases: first, among },
  later: { cases: later, among },
});
const own: OwnRates = { falseAlarm: pair(4000, 2000), found: pair(640, 490), interval: pair(180, 170) };

describe('published figures come out as they were published', () => {
  const twenty = benefitAndHarm(10, null, published, LEAST);
  it('368 (266-508) invited for each death prevented is 2.7 (2.0-3.8) of 1000', () => {
    expect(twenty.deaths?.estimate).toBeCloseTo(2.72, 2);
    expect(twenty.deaths?.low).toBeCloseTo(1.97, 2);
    expect(twenty.deaths?.high).toBeCloseTo(3.76, 2);
  });

  it('18 of 100 with a false alarm in ten rounds, near what the rates of recall give when counted up', () => {
    expect(twenty.publishedFalseAlarm?.of1000).toBe(180);
    expect(Math.abs(twenty.falseAlarm.of1000 - 180)).toBeLessThan(40);
  });

  it('screen-detected 6.4 at the first, 4.9 at each later examination', () => {
    expect(twenty.found.of1000).toBeCloseTo(6.4 + 9 * 4.9, 6);
  });

  it('nothing is said of deaths for half the years, because nothing is published', () => {
    expect(benefitAndHarm(5, null, published, LEAST).deaths).toBeNull();
  });
});

describe('own figures', () => {
  it('are used when there are enough of them, and say so', () => {
    const { found, falseAlarm } = benefitAndHarm(2, own, published, LEAST);
    expect(found).toEqual({ of1000: 6.4 + 4.9, own: true, source: '' });
    expect(falseAlarm.of1000).toBeCloseTo(1000 * (1 - 0.96 * 0.98), 9);
  });

  it('give way to published ones when they are few', () => {
    const few = { ...own, interval: pair(9, 500) };
    expect(benefitAndHarm(10, few, published, LEAST).interval).toMatchObject({
      own: false,
      source: published.interval.source,
    });
  });

  it('more years never mean fewer of anything, and the groups of the drawing make 1000', () => {
    const cases = fc.integer({ min: LEAST, max: 5000 });
    fc.assert(
      fc.property(cases, cases, cases, cases, cases, cases, fc.integer({ min: 1, max: 14 }), (a, b, c, d, e, f, n) => {
        const rates: OwnRates = { falseAlarm: pair(a, b), found: pair(c, d), interval: pair(e, f) };
        const [now, next] = [n, n + 1].map((years) => benefitAndHarm(years, rates, published, LEAST));
        if (!now || !next) return;
        for (const name of ['falseAlarm', 'found', 'interval'] as const)
          expect(next[name].of1000).toBeGreaterThan(now[name].of1000);
        expect(now.falseAlarm.of1000).toBeLessThan(1000);
        const drawn = (['falseAlarm', 'found', 'interval'] as const).map((name) => Math.round(now[name].of1000));
        const sum = drawn.reduce((total, each) => total + each, now.none);
        expect(sum).toBeGreaterThanOrEqual(1000);
        if (now.none > 0) expect(sum).toBe(1000);
        expect(now.overdiagnosed.high).toBeLessThan(now.found.of1000 + now.interval.of1000);
      }),
    );
  });
});
