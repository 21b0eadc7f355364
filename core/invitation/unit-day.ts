/** What is set for one day of a unit apart from its week: shut, other hours, times at which nobody is taken. */
import type { Block, SpecialDay } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';

export type SetDay = {
  readonly day: Day;
  /** Why it is shut; null = it is not. */
  readonly closed: string | null;
  readonly special: Omit<SpecialDay, 'day'> | null;
  readonly blocks: readonly Omit<Block, 'day'>[];
};

export type DayChange =
  | { readonly kind: 'closed'; readonly reason: string }
  | ({ readonly kind: 'special' } & Omit<SpecialDay, 'day'>)
  | ({ readonly kind: 'blocked' } & Omit<Block, 'day'>)
  /** As the week says again. */
  | { readonly kind: 'ordinary' };

/** The day after a change; a later block takes the place of one that begins at the same time. */
export function changeDay(before: SetDay, change: DayChange): SetDay {
  const { day, blocks } = before;
  switch (change.kind) {
    case 'closed':
      return { day, closed: change.reason, special: null, blocks };
    case 'special': {
      const { kind: _, ...special } = change;
      return { day, closed: null, special, blocks };
    }
    case 'blocked': {
      const { kind: _, ...block } = change;
      const others = blocks.filter(({ from }) => from !== block.from);
      return { ...before, blocks: [...others, block].sort((a, b) => (a.from < b.from ? -1 : 1)) };
    }
    case 'ordinary':
      return { day, closed: null, special: null, blocks: [] };
  }
}
