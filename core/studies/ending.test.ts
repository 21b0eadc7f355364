import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { endingSoon } from './ending.ts';
import { type Approval, heldBy } from './missing.ts';
import type { ApprovalKind } from './study.ts';

const today = day('2026-01-19');
const approval = (kind: ApprovalKind, change: Partial<Approval> = {}): Approval => ({
  kind,
  centreId: kind === 'centre-privacy-officer' ? 'C06' : null,
  validFrom: day('2025-01-01'),
  validUntil: null,
  withdrawnOn: null,
  hasDocument: true,
  ...change,
});
const others = [approval('privacy'), approval('data-processor'), approval('centre-privacy-officer')];
const ending = (...ethics: readonly Partial<Approval>[]) =>
  endingSoon({ approvals: [...others, ...ethics.map((one) => approval('ethics', one))], today }, 'C06', 60);

describe('an approval that ends', () => {
  it('is told from so many days before, with its last day', () => {
    expect(ending({ validUntil: addDays(today, 61) })).toEqual([]);
    expect(ending({ validUntil: addDays(today, 60) })).toEqual([
      { what: 'ethics', centreId: null, lastDay: addDays(today, 60) },
    ]);
    expect(ending({ validUntil: today })).toEqual([{ what: 'ethics', centreId: null, lastDay: today }]);
  });

  it('is told no more when another follows without a day between', () => {
    const [last, next] = [addDays(today, 10), addDays(today, 11)];
    expect(ending({ validUntil: last }, { validFrom: next })).toEqual([]);
    expect(ending({ validUntil: last }, { validFrom: addDays(next, 1) })).toMatchObject([{ lastDay: last }]);
    expect(ending({ validUntil: last }, { validFrom: next, validUntil: addDays(today, 20) })).toMatchObject([
      { lastDay: addDays(today, 20) },
    ]);
    expect(ending({ validUntil: last }, { withdrawnOn: today })).toMatchObject([{ lastDay: last }]);
  });

  it('is no warning when it has ended: then the site is held', () => {
    expect(ending({ validUntil: addDays(today, -1) })).toEqual([]);
  });

  it('of another hospital does not concern this site', () => {
    const of = (centreId: string) =>
      endingSoon(
        {
          approvals: [...others.slice(0, 2), approval('ethics'), ...officers],
          today,
        },
        centreId,
        60,
      );
    const officers = ['C06', 'C07'].map((centreId) =>
      approval('centre-privacy-officer', { centreId, validUntil: centreId === 'C07' ? addDays(today, 5) : null }),
    );
    expect(of('C06')).toEqual([]);
    expect(of('C07')).toMatchObject([{ what: 'centre-privacy-officer', centreId: 'C07' }]);
  });
});

it('the site is held from the day after the last day that was told, and not before', () => {
  const days = fc.integer({ min: -100, max: 100 }).map((n) => addDays(today, n));
  const some = fc.array(
    fc.record({ validFrom: days, validUntil: fc.option(days), withdrawnOn: fc.option(days.filter((d) => d <= today)) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(some, (ethics) => {
      const approvals = [...others, ...ethics.map((one) => approval('ethics', one))];
      for (const { lastDay } of endingSoon({ approvals, today }, 'C06', 200)) {
        expect(heldBy({ approvals, today: lastDay }, 'C06')).toEqual([]);
        expect(heldBy({ approvals, today: addDays(lastDay, 1) }, 'C06')).toHaveLength(1);
      }
    }),
  );
});
