import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { dayLoad } from './overbooking.ts';
import { planRound } from './plan-round.ts';
import type { PlanInput, PlanSite, PlanWoman } from './round-plan.ts';

const rules = { ...invitationRules.plan, plannedShare: 1 };
const from = day('2026-12-01');
const to = day('2026-12-14');
const town = { latitude: 59, longitude: 10 };
const away = { latitude: 59.5, longitude: 10 };

const woman = (id: string, dueOn: Day, more: Partial<PlanWoman> = {}): PlanWoman => ({
  id,
  centreId: 'C06',
  point: town,
  dueOn,
  attendance: 0.76,
  stepFree: false,
  longer: false,
  ...more,
});
const site = (unitId: string, offsets: readonly number[], places: number, more: Partial<PlanSite> = {}): PlanSite => ({
  unitId,
  centreId: 'C06',
  kind: 'stationary',
  stepFree: true,
  point: town,
  days: offsets.map((offset) => ({
    day: addDays(from, offset),
    capacity: places * 2,
    slots: [
      { at: '09:00', places, booked: 0 },
      { at: '09:10', places, booked: 0 },
    ],
    booked: [],
  })),
  stands: null,
  ...more,
});
const plan = (women: readonly PlanWoman[], sites: readonly PlanSite[], more: Partial<PlanInput> = {}) =>
  planRound({ from, to, women, sites, pausedCentres: [], rules, ...more });

describe('planning a round', () => {
  it('offers the nearest site on the day closest to the due day', () => {
    const { assignments } = plan(
      [woman('a', day('2026-12-05'))],
      [site('far', [4], 5, { point: away }), site('near', [0, 3, 8], 5)],
    );
    expect(assignments).toEqual([
      { womanId: 'a', unitId: 'near', day: '2026-12-04', at: '09:00', alsoAt: null, km: 0, daysOff: -1 },
    ]);
  });
  it('gives two times in a row to who needs longer, and never one half of them to somebody else', () => {
    const women = [woman('long', day('2026-12-01'), { longer: true }), woman('short', day('2026-12-02'))];
    const { assignments } = plan(women, [site('U', [0, 1], 1)]);
    expect(assignments).toMatchObject([
      { womanId: 'long', day: '2026-12-01', at: '09:00', alsoAt: '09:10' },
      { womanId: 'short', day: '2026-12-02', alsoAt: null },
    ]);
  });
  it('takes the oldest due first, and says who found no room', () => {
    const late = [woman('b', day('2026-11-01')), woman('c', day('2026-12-01')), woman('a', day('2025-01-01'))];
    const { assignments, unplaced } = plan(late, [site('U', [0], 1)]);
    expect(assignments.map((each) => each.womanId)).toEqual(['a', 'b']);
    expect(unplaced).toEqual([{ womanId: 'c', reason: 'no-room' }]);
  });
  it('spreads those who are late evenly over the first days', () => {
    const late = Array.from({ length: 12 }, (_, i) => woman(`w${i}`, day('2026-09-01')));
    const { assignments } = plan(late, [site('U', [0, 1, 2, 9], 20)]);
    const on = (offset: number) => assignments.filter((each) => each.day === addDays(from, offset)).length;
    expect([0, 1, 2, 9].map(on)).toEqual([4, 4, 4, 0]);
  });
  it('goes to the next site when the nearest is full', () => {
    const women = ['a', 'b', 'c'].map((id) => woman(id, from));
    const { assignments } = plan(women, [site('near', [0], 1), site('far', [0], 1, { point: away })]);
    expect(assignments.map((each) => each.unitId)).toEqual(['near', 'near', 'far']);
  });
  it('counts those already booked', () => {
    const [full] = site('U', [0], 1).days;
    if (!full) throw new Error('no day');
    const { unplaced } = plan([woman('a', from)], [site('U', [], 1, { days: [{ ...full, booked: [0.9, 0.9] }] })]);
    expect(unplaced).toEqual([{ womanId: 'a', reason: 'no-room' }]);
  });
  it('leaves a paused area alone, and an area without an open unit', () => {
    const women = [woman('a', from), woman('b', from, { centreId: 'C07' })];
    const { unplaced } = plan(women, [site('U', [0], 5)], { pausedCentres: ['C06'] });
    expect(unplaced).toEqual([
      { womanId: 'a', reason: 'area-paused' },
      { womanId: 'b', reason: 'no-open-unit' },
    ]);
  });
  it('never sends a woman who cannot use a bus to one', () => {
    const bus = site('bus', [0], 5, { kind: 'mobile', stepFree: false, stands: { from, to } });
    const { assignments } = plan([woman('a', from, { stepFree: true })], [bus, site('U', [9], 5, { point: away })]);
    expect(assignments[0]?.unitId).toBe('U');
  });
  it('waits for a bus that serves her better, while that is on time', () => {
    const comes = day('2026-12-20');
    const bus = site('bus', [], 5, { kind: 'mobile', stands: { from: comes, to: addDays(comes, 4) } });
    const town60kmAway = site('U', [0, 5], 5, { point: away });
    expect(plan([woman('a', day('2026-12-10'))], [bus, town60kmAway]).unplaced[0]?.reason).toBe('waits-for-bus');
    expect(plan([woman('a', day('2026-10-01'))], [bus, town60kmAway]).assignments[0]?.unitId).toBe('U');
  });
  it('takes a woman early with a bus that will have left, and else not', () => {
    const bus = site('bus', [2], 5, { kind: 'mobile', stands: { from, to: day('2026-12-10') } });
    const early = woman('a', day('2027-01-10'));
    expect(plan([early], [bus, site('U', [3], 5)]).assignments[0]?.unitId).toBe('bus');
    expect(plan([early], [site('U', [3], 5)]).unplaced[0]?.reason).toBe('not-yet');
    expect(plan([woman('a', day('2027-03-01'))], [bus]).unplaced[0]?.reason).toBe('not-yet');
  });
});

describe('every plan', () => {
  const anyPlan = fc.record({
    women: fc.array(fc.tuple(fc.integer({ min: -200, max: 60 }), fc.double({ min: 0.03, max: 0.97, noNaN: true })), {
      maxLength: 80,
    }),
    sites: fc.array(
      fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 6 }), fc.integer({ min: 1, max: 6 })),
      {
        maxLength: 4,
      },
    ),
  });
  it('places or explains each woman once, within the window and the limit of each day', () => {
    fc.assert(
      fc.property(anyPlan, (drawn) => {
        const women = drawn.women.map(([off, attendance], i) => woman(`w${i}`, addDays(from, off), { attendance }));
        const sites = drawn.sites.map(([days, places], i) =>
          site(
            `U${i}`,
            [...days].sort((a, b) => a - b),
            places,
          ),
        );
        const { assignments, unplaced } = plan(women, sites);
        const seen = [...assignments.map((each) => each.womanId), ...unplaced.map((each) => each.womanId)].sort();
        expect(seen).toEqual(women.map((each) => each.id).sort());
        for (const key of new Set(assignments.map((each) => `${each.unitId} ${each.day}`))) {
          const list = assignments.filter((each) => `${each.unitId} ${each.day}` === key);
          const at = sites
            .find((each) => key.startsWith(`${each.unitId} `))
            ?.days.find((each) => key.endsWith(each.day));
          const capacity = (at?.slots[0]?.places ?? 0) * 2;
          const chances = list.map((each) => women.find((one) => one.id === each.womanId)?.attendance ?? 1);
          expect(dayLoad(capacity, chances).overflow).toBeLessThanOrEqual(rules.overflowLimit + 1e-9);
        }
      }),
    );
  });
  it('does not depend on the order in which the women are given', () => {
    fc.assert(
      fc.property(anyPlan, (drawn) => {
        const women = drawn.women.map(([off, attendance], i) => woman(`w${i}`, addDays(from, off), { attendance }));
        const sites = drawn.sites.map(([days, places], i) =>
          site(
            `U${i}`,
            [...days].sort((a, b) => a - b),
            places,
          ),
        );
        expect(plan([...women].reverse(), sites)).toEqual(plan(women, sites));
      }),
    );
  });
});
