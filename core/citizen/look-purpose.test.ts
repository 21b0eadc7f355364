import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { isShown, lookPurposes, purposeOf } from './look-purpose.ts';

const imagesTaken = day('2026-11-02');

describe('what staff were doing', () => {
  it.each([
    ['unit day list', 'examination'],
    ['case', 'reading'],
    ['images, to read', 'reading'],
    ['images and reads, for consensus', 'reading'],
    ['earlier images, blind review', 'quality'],
    ['possible duplicates', 'register'],
    ['assessment worksheet', 'follow-up'],
    ['search by number', 'help'],
    ['preview of message recall', 'help'],
    ['interval cancers', 'quality'],
    ['something new', 'other'],
  ])('"%s" is %s', (what, purpose) => {
    expect(purposeOf(what)).toBe(purpose);
  });
});

describe('when she is told', () => {
  it('everything, when no answer is pending', () => {
    for (const purpose of lookPurposes) expect(isShown({ day: imagesTaken, purpose }, null)).toBe(true);
  });

  it('nothing that readers or the assessment clinic have looked at, while her answer is pending', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('reading', 'follow-up', 'quality', 'other'),
        (n, purpose) => {
          expect(isShown({ day: addDays(imagesTaken, n), purpose }, imagesTaken)).toBe(false);
          expect(isShown({ day: addDays(imagesTaken, -n - 1), purpose }, imagesTaken)).toBe(true);
        },
      ),
    );
  });

  it('those who helped her and took the images, at once', () => {
    for (const purpose of ['help', 'examination'] as const)
      expect(isShown({ day: imagesTaken, purpose }, imagesTaken)).toBe(true);
  });
});
