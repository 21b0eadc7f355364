import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letterTimes } from './letter-times.ts';

const limit = { desirable: 10, acceptable: 15 };
const group = (workingDays: number, letters: number) => ({ centreId: 'C01', workingDays, letters });

it('letters are counted against the limit, the limit included', () => {
  expect(letterTimes([group(10, 6), group(15, 3), group(16, 1)], limit)).toEqual({
    letters: 10,
    median: 10,
    p90: 15,
    withinDesirable: 6,
    withinAcceptable: 9,
  });
  expect(letterTimes([], limit)).toMatchObject({ letters: 0, median: null, p90: null });
});

it('half of the letters take no longer than the median, nine of ten no longer than the ninth decile', () => {
  const groups = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 })).map(([days, n]) => group(days, n)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(groups, (given) => {
      const { letters, median, p90 } = letterTimes(given, limit);
      const upTo = (days: number) =>
        given.filter((one) => one.workingDays <= days).reduce((total, one) => total + one.letters, 0);
      expect(upTo(median ?? 0)).toBeGreaterThanOrEqual(letters / 2);
      expect(upTo((median ?? 0) - 1)).toBeLessThan(letters / 2);
      expect(upTo(p90 ?? 0)).toBeGreaterThanOrEqual(0.9 * letters);
    }),
  );
});
