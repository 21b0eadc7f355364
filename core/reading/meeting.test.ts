import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayDecide, mayMeet } from './meeting.ts';

const seats = { min: 2, max: 3 };
const radiologists = new Set(['a', 'b', 'c', 'd']);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);

describe('sitting down together', () => {
  it.each([
    [['a', 'b'], [], 'ok'],
    [['a', 'b', 'c'], [], 'ok'],
    [['a', 'a'], [], 'members'],
    [['a', 'b', 'c', 'd'], [], 'members'],
    [['a', 'stranger'], [], 'members'],
    [['a', 'b'], [['b', 'other']], 'in-another-meeting'],
    [['a', 'b'], [['d', 'other']], 'ok'],
  ] as const)('%j while %j sit elsewhere: %s', (people, elsewhere, expected) => {
    expect(code(mayMeet(people, seats, radiologists, new Map(elsewhere)))).toBe(expected);
  });
});

describe('deciding', () => {
  it('takes exactly those present, and at least two', () => {
    expect(code(mayDecide(['a', 'b'], ['b', 'a'], 'a', seats))).toBe('ok');
    expect(code(mayDecide(['a', 'b', 'c'], ['a', 'b'], 'a', seats))).toBe('presence-changed');
    expect(code(mayDecide(['a', 'b'], ['a'], 'a', seats))).toBe('too-few');
    expect(code(mayDecide(['a', 'b'], ['b', 'c'], 'a', seats))).toBe('not-present');
    // A step for one or two, where three sit together: some of them decide.
    expect(code(mayDecide(['a', 'b'], ['a', 'b', 'c'], 'a', { min: 1, max: 2 }))).toBe('ok');
    expect(code(mayDecide(['a', 'd'], ['a', 'b', 'c'], 'a', { min: 1, max: 2 }))).toBe('presence-changed');
  });

  it('is never taken with one who is not there', () => {
    const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
    fc.assert(
      fc.property(people, people, fc.constantFrom('a', 'b'), (seen, present, actor) => {
        const may = mayDecide(seen, present, actor, seats);
        if (may.ok) {
          expect(present).toContain(actor);
          expect(present).toEqual(expect.arrayContaining([...may.value]));
          expect(may.value).toHaveLength(Math.min(present.length, seats.max));
          expect(present.length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });
});
