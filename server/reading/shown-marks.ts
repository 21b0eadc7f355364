import type { z } from 'zod';
import type { shownCase } from '#contracts/reading';
import type { Visible } from '#core/protocols/visible';

/** Marks as the contract takes them: lists of their own, which the facts do not lend. */
export function shownMarks({ marks }: Pick<Visible, 'marks'>): z.input<typeof shownCase>['marks'] {
  return Object.fromEntries(
    Object.entries(marks).map(([name, all]) => [name, all.map((mark) => structuredClone(mark))] as const),
  );
}
