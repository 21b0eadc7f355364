import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayLoad, mostBooked } from './overbooking.ts';

const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('how many may be booked', () => {
  // Reference table of equal probabilities, limit 5 % (shared facts, planning, section 7.3).
  it.each([
    [50, 0.76, 59],
    [50, 0.82, 56],
    [50, 0.2, 204],
    [25, 0.76, 28],
    [25, 0.82, 27],
    [25, 0.2, 94],
    [10, 0.76, 11],
    [10, 0.82, 10],
    [10, 0.2, 32],
  ])('%i places at attendance %f: %i', (capacity, attendance, expected) => {
    expect(mostBooked(capacity, attendance, 0.05)).toBe(expected);
  });
});

describe('the chance of too many', () => {
  it('equals counting every subset of a short list', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 9 }), fc.integer({ min: 0, max: 9 }), (list, capacity) => {
        expect(dayLoad(capacity, list).overflow).toBeCloseTo(bySubsets(list, capacity), 10);
      }),
    );
  });
  it('counts a woman who takes two places twice, and only when she comes', () => {
    const list = fc.array(fc.tuple(probability, fc.integer({ min: 1, max: 2 })), { maxLength: 8 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 9 }), (women, capacity) => {
        const load = dayLoad(capacity);
        for (const [p, places] of women) load.add(p, 1, places);
        let over = 0;
        for (let subset = 0; subset < 2 ** women.length; subset++) {
          const comes = (i: number) => (subset & (1 << i)) > 0;
          const places = women.reduce((sum, [, n], i) => sum + (comes(i) ? n : 0), 0);
          if (places > capacity) over += women.reduce((product, [p], i) => product * (comes(i) ? p : 1 - p), 1);
        }
        expect(load.overflow).toBeCloseTo(over, 10);
      }),
    );
  });
  it('never passes the limit by adding', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (list, capacity) => {
        const load = dayLoad(capacity);
        for (const p of list) load.add(p, 0.05);
        expect(load.overflow).toBeLessThanOrEqual(0.05);
        expect(load.booked).toBeGreaterThanOrEqual(Math.min(list.length, capacity));
      }),
    );
  });
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (list, capacity) => {
        expect(dayLoad(capacity, list).overflow).toBeCloseTo(dayLoad(capacity, [...list].reverse()).overflow, 10);
      }),
    );
  });
});

function bySubsets(list: readonly number[], capacity: number): number {
  let sum = 0;
  for (let subset = 0; subset < 1 << list.length; subset++) {
    let p = 1;
    let come = 0;
    list.forEach((each, i) => {
      const comes = (subset >> i) & 1;
      p *= comes ? each : 1 - each;
      come += comes;
    });
    if (come > capacity) sum += p;
  }
  return sum;
}
