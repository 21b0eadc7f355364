import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, formatDate, formatTime, monthName, weekdayName } from './date-words.ts';
import { dayFromNumber } from './day.ts';
import { languages } from './language.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber);

describe('dates', () => {
  it.each([
    ['nb', '22. november 2026', 'søndag 22. november 2026', '22. nov. 2026', '22.11.2026'],
    ['nn', '22. november 2026', 'søndag 22. november 2026', '22. nov. 2026', '22.11.2026'],
    ['en', '22 November 2026', 'Sunday 22 November 2026', '22 Nov 2026', '22/11/2026'],
  ] as const)('in %s', (language, long, weekday, short, numeric) => {
    expect(formatDate(language, '2026-11-22')).toBe(long);
    expect(formatDate(language, '2026-11-22', 'weekday')).toBe(weekday);
    expect(formatDate(language, '2026-11-22', 'short')).toBe(short.replaceAll(' ', '\u00a0'));
    expect(formatDate(language, '2026-11-22', 'numeric')).toBe(numeric);
  });

  it('in Norwegian and English are those of the platform, which knows these languages', () => {
    const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(`${day}T00:00:00Z`);
        for (const [language, locale] of [
          ['nb', 'nb'],
          ['nn', 'nn'],
          ['en', 'en-GB'],
        ] as const) {
          const theirs = date
            .toLocaleDateString(locale, options)
            .replace(',', '')
            .replace(/(\w+) (\d+\.) /, '$1 $2 ');
          expect(formatDate(language, day, 'weekday')).toBe(theirs);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('name each month and weekday of a language differently', () => {
    for (const language of languages) {
      const months = Array.from({ length: 12 }, (_, i) =>
        formatDate(language, `2026-${String(i + 1).padStart(2, '0')}-01`),
      );
      expect(new Set(months).size).toBe(12);
      const week = Array.from(
        { length: 7 },
        (_, i) => formatDate(language, `2026-11-0${i + 1}`, 'weekday').split(' ')[0],
      );
      expect(new Set(week).size).toBe(7);
    }
  });
});

describe('names', () => {
  it('stand alone as they stand in a date', () => {
    expect(monthName('en', 11)).toBe('November');
    expect(weekdayName('nn', 7)).toBe('søndag');
    expect(formatDate('nb', '2026-11-25', 'near')).toBe('onsdag 25. november');
    expect(formatDate('se', '2026-11-25', 'weekday')).toBe('gaskavahkku skábmamánnu 25. b. 2026');
  });
});

describe('times', () => {
  it('are written as the language does, alone and in a sentence', () => {
    expect(formatTime('nb', '09:05:00')).toBe('09.05');
    expect(formatTime('en', '09:05')).toBe('09:05');
    expect([clockText('nn', '09:05'), clockText('en', '09:05:00')]).toEqual(['kl. 09.05', '09:05']);
  });
});
