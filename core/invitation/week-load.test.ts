import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { countByWeek, weeksFrom } from './week-load.ts';

it('weeks begin on Mondays, and who is due already counts in the first', () => {
  const weeks = weeksFrom(day('2026-11-25'), 3);
  expect(weeks).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
  const days = ['2026-01-01', '2026-11-23', '2026-11-29', '2026-12-07', '2026-12-14'].map((each) => ({
    day: day(each),
    count: 2,
  }));
  expect(countByWeek(days, weeks, 'in-first')).toEqual([6, 0, 2]);
  expect(countByWeek(days, weeks, 'left-out')).toEqual([4, 0, 2]);
  expect(countByWeek(days, [], 'in-first')).toEqual([]);
});
