/** Which of a protocol's reads the history can answer: it has a first and a second independent read, and no more. */
import type { Name, Step } from '#core/protocols/protocol';

export type Slot = 'first' | 'second';
export type Slots = {
  /** A read that no slot answers is one that the history lacks. */
  readonly of: ReadonlyMap<Name, Slot>;
  /** Reads that look again: the history does not know what the reader would have said then. */
  readonly looks: ReadonlySet<Name>;
};

/**
 * A step named r1 is the first read and r2 the second; other independent reads take what is left, in the order of the steps.
 * A read that revises another is answered by the same reader's first opinion.
 */
export function slotsOf(steps: readonly Step[]): Slots {
  const of = new Map<Name, Slot>();
  const looks = new Set<Name>();
  const independent = [
    ...new Set(steps.flatMap((step) => ('read' in step && step.revises === undefined ? [step.read] : []))),
  ];
  const named: readonly (readonly [Name, Slot])[] = [
    ['r1', 'first'],
    ['r2', 'second'],
  ];
  for (const [name, slot] of named) if (independent.includes(name)) of.set(name, slot);
  const free = (['first', 'second'] as const).filter((slot) => ![...of.values()].includes(slot));
  for (const name of independent.filter((n) => !of.has(n))) {
    const slot = free.shift();
    if (slot) of.set(name, slot);
  }
  for (const step of steps) {
    if (!('read' in step) || step.revises === undefined) continue;
    looks.add(step.read);
    const slot = of.get(step.revises);
    if (slot) of.set(step.read, slot);
  }
  return { of, looks };
}
