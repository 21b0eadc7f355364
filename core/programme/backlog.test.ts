import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { backlogKinds, backlogOf } from './backlog.ts';

const today = day('2026-11-23');
const limits = Object.fromEntries(backlogKinds.map((kind) => [kind, 7])) as Record<
  (typeof backlogKinds)[number],
  number
>;
const ago = (days: number) => addDays(today, -days);

describe('a backlog', () => {
  it('that is empty has no age', () => {
    expect(backlogOf('to-read', [], today, limits)).toEqual({
      kind: 'to-read',
      count: 0,
      since: null,
      days: null,
      limit: 7,
      late: 0,
    });
  });

  it('is late after the limit, not on it', () => {
    const waiting = [
      { since: ago(7), count: 4 },
      { since: ago(8), count: 2 },
      { since: ago(1), count: 10 },
    ];
    expect(backlogOf('consensus', waiting, today, limits)).toMatchObject({
      count: 16,
      late: 2,
      days: 8,
      since: ago(8),
    });
  });

  it('counts what waits, whatever the order it is given in', () => {
    const waiting = fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 99 }) }),
    );
    fc.assert(
      fc.property(waiting, (list) => {
        const given = list.map((one) => ({ since: ago(one.ago), count: one.count }));
        const result = backlogOf('held', given, today, limits);
        expect(backlogOf('held', given.toReversed(), today, limits)).toEqual(result);
        expect(result.count).toBe(list.reduce((sum, one) => sum + one.count, 0));
        expect(result.late).toBeLessThanOrEqual(result.count);
        expect(result.days ?? 0).toBe(Math.max(0, ...list.map((one) => one.ago)));
      }),
    );
  });
});
