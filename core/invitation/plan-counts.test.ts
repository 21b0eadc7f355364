import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { planCounts } from './plan-counts.ts';

const to = day('2026-12-14');
const woman = (id: string, dueOn: string, centreId = 'C01') => ({
  id,
  centreId,
  dueOn: day(dueOn),
  because: 'first' as const,
});
const placed = (womanId: string, km: number | null) => ({
  womanId,
  unitId: 'U01',
  day: day('2026-12-07'),
  at: '09:00',
  alsoAt: null,
  km,
  daysOff: 0,
});

describe('a plan in figures', () => {
  it('counts the placed by timing and reason, the rest by why not, in all and by area', () => {
    const women = [
      woman('a', '2026-12-01'),
      woman('b', '2026-01-01'),
      woman('c', '2026-11-01', 'C02'),
      woman('d', '2027-01-20'),
    ];
    const plan = {
      assignments: [placed('a', 3), placed('b', null)],
      unplaced: [
        { womanId: 'c', reason: 'no-room' as const },
        { womanId: 'd', reason: 'not-yet' as const },
      ],
    };
    expect(planCounts(plan, women, to, invitationRules.due)).toEqual({
      due: 3,
      placed: 2,
      because: { first: 2, 'after-screening': 0, 'after-invitation': 0 },
      early: 0,
      onTime: 1,
      late: 1,
      unplaced: { 'no-room': 1 },
      centres: [
        { centreId: 'C01', due: 2, placed: 2, late: 1, unplaced: {} },
        { centreId: 'C02', due: 1, placed: 0, late: 0, unplaced: { 'no-room': 1 } },
      ],
      units: [{ unitId: 'U01', placed: 2 }],
      km: { median: 3, longest: 3 },
    });
  });
});
