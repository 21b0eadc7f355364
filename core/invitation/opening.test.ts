import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, day, weekday } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { clockOf, minutesOf, openDays, slotsOf, timeAfter, type Unit, unitOn } from './opening.ts';

const rules = invitationRules.calendar;
const place = { latitude: 63.4, longitude: 10.4 };
const hours = [1, 2, 3, 4, 5].map((each) => ({
  weekday: each,
  opensAt: '08:00',
  closesAt: '09:00',
  slotMinutes: 20,
  places: 2,
}));
const unit: Unit = {
  id: 'U01',
  centreId: 'C01',
  kind: 'stationary',
  point: place,
  hours,
  closures: [{ day: day('2026-11-24'), reason: 'Nytt apparat' }],
  stops: [],
  pausedOn: null,
};
const on = (text: string, more: Partial<Unit> = {}) => unitOn({ ...unit, ...more }, day(text), rules);

describe('a unit on a day', () => {
  it('has its times', () => {
    expect(on('2026-11-23')).toMatchObject({
      open: true,
      slots: [
        { at: '08:00', places: 2 },
        { at: '08:20', places: 2 },
        { at: '08:40', places: 2 },
      ],
    });
  });
  it.each([
    ['2026-11-24', {}, 'closed'],
    ['2026-11-22', {}, 'no-hours'],
    ['2026-12-25', {}, 'holiday'],
    ['2026-11-23', { pausedOn: '2026-11-20' as Day }, 'paused'],
    ['2026-11-23', { kind: 'mobile' as const }, 'no-stop'],
  ])('%s %j: shut, %s', (text, more, why) => expect(on(text, more)).toMatchObject({ open: false, why }));
  it('mobile: stands at its stop', () => {
    const stop = {
      startsOn: day('2026-11-23'),
      endsOn: day('2026-11-27'),
      place: 'Odda',
      point: { latitude: 60, longitude: 6 },
    };
    expect(on('2026-11-25', { kind: 'mobile', stops: [stop] })).toMatchObject({ open: true, place: 'Odda' });
  });
  it('has other hours on a special day, also on a holiday, and takes nobody at a blocked time', () => {
    const special = { opensAt: '16:00', closesAt: '16:40', slotMinutes: 20, places: 1, reason: 'Kveldsåpent' };
    const open = { open: true, slots: [{ at: '16:00' }, { at: '16:20' }] };
    expect(on('2026-11-23', { specialDays: [{ ...special, day: day('2026-11-23') }] })).toMatchObject(open);
    expect(on('2026-12-25', { specialDays: [{ ...special, day: day('2026-12-25') }] })).toMatchObject(open);
    const block = { day: day('2026-11-23'), from: '08:30', to: '08:40', reason: 'Møte' };
    expect(on('2026-11-23', { blocks: [block] })).toMatchObject({ slots: [{ at: '08:00' }, { at: '08:40' }] });
    expect(on('2026-11-30', { blocks: [block] })).toMatchObject({ slots: [{}, {}, {}] });
  });
  it('knows which time follows right after another', () => {
    const slots = ['08:00', '08:20', '09:00'].map((at) => ({ at, places: 1 }));
    expect(timeAfter(slots, '08:00')).toBe('08:20');
    expect(timeAfter(slots, '08:20')).toBeUndefined();
    expect(timeAfter(slots, '09:00')).toBeUndefined();
  });
  it('is never open in a weekend without hours, nor on a holiday', () => {
    for (const each of openDays(unit, day('2026-01-01'), day('2027-12-31'), rules)) {
      expect(weekday(each.day)).toBeLessThanOrEqual(5);
    }
    expect(openDays(unit, day('2026-12-21'), day('2027-01-05'), rules).map((each) => each.day)).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2027-01-04',
      '2027-01-05',
    ]);
  });
});

describe('times', () => {
  it('all end by closing time and do not overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 900 }),
        fc.integer({ min: 1, max: 480 }),
        fc.integer({ min: 3, max: 60 }),
        (opens, open, step) => {
          const slots = slotsOf({
            opensAt: clockOf(opens),
            closesAt: clockOf(opens + open),
            slotMinutes: step,
            places: 1,
          });
          expect(slots.length).toBe(Math.floor(open / step));
          expect(slots.every((slot, i) => minutesOf(slot.at) === opens + i * step)).toBe(true);
        },
      ),
    );
  });
});
