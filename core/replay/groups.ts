/** What a replay's figures can be split by. */
import { ageGroups } from '#core/quality/dimension';
import type { History } from './history.ts';

export const groupings = ['centre', 'unit', 'age', 'round', 'year'] as const;
export type Grouping = (typeof groupings)[number];

export type Groups = { readonly names: readonly string[]; readonly of: ArrayLike<number> };

/** The group of each row, with the groups' names: centre and unit ids, five-year ages, 'first' and 'later' rounds, years. */
export function groupsOf(history: History, by: Grouping): Groups {
  if (by === 'centre' || by === 'unit') return { names: history.names[by], of: history[by] };
  if (by === 'round') return { names: ['later', 'first'], of: history.prevalent };
  if (by === 'age') {
    const groupOf = Uint8Array.from({ length: 256 }, (_, age) =>
      Math.min(Math.max(0, Math.floor((age - 45) / 5)), ageGroups.length - 1),
    );
    return { names: ageGroups, of: history.age.map((age) => groupOf[age] as number) };
  }
  const first = history.year.reduce((least, year) => Math.min(least, year), 65_535);
  const last = history.year.reduce((most, year) => Math.max(most, year), 0);
  const names = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i));
  return { names, of: history.year.map((year) => year - first) };
}
