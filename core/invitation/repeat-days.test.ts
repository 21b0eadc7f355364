import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { daysOf } from './repeat-days.ts';

it('a pattern of days: one day, every week, every second week', () => {
  const one = day('2026-11-25');
  expect(daysOf({ from: one, to: one, weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1 })).toEqual(['2026-11-25']);
  const fridays = { from: one, to: day('2026-12-24'), weekdays: [5] };
  expect(daysOf({ ...fridays, everyWeeks: 1 })).toEqual(['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
  expect(daysOf({ ...fridays, everyWeeks: 2 })).toEqual(['2026-11-27', '2026-12-11']);
  expect(daysOf({ from: one, to: day('2026-11-01'), weekdays: [1], everyWeeks: 1 })).toEqual([]);
});
