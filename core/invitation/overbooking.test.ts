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
