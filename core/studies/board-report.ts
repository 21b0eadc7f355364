/** The counts of a report to the safety board with all arms as one, for a board whose charter keeps them together. */
import type { ArmSafety } from './safety.ts';

/** An arm of a report; what it counts by measure and stage as the kept report has it. */
export type ArmCounts = Omit<ArmSafety, 'counts' | 'screenDetected' | 'interval'> & {
  readonly counts: Readonly<Record<string, { readonly events: number; readonly total: number }>>;
  readonly screenDetected: Readonly<Record<string, number>>;
  readonly interval: Readonly<Record<string, number>>;
};

/** @param name what the whole is called */
export function pooled(arms: readonly ArmCounts[], name: string): readonly ArmCounts[] {
  const [first, ...rest] = arms;
  return first ? [{ ...rest.reduce(added, first), arm: name }] : [];
}

function added(a: ArmCounts, b: ArmCounts): ArmCounts {
  const sum = (x: Readonly<Record<string, number>>, y: Readonly<Record<string, number>>) =>
    mapped(x, (value, key) => value + (y[key] ?? 0));
  return {
    arm: a.arm,
    allocated: a.allocated + b.allocated,
    examinations: a.examinations + b.examinations,
    reads: a.reads + b.reads,
    followed: a.followed + b.followed,
    counts: mapped(a.counts, ({ events, total }, key) => ({
      events: events + (b.counts[key]?.events ?? 0),
      total: total + (b.counts[key]?.total ?? 0),
    })),
    screenDetected: sum(a.screenDetected, b.screenDetected),
    interval: sum(a.interval, b.interval),
  };
}

function mapped<V>(values: Readonly<Record<string, V>>, to: (value: V, key: string) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value, key)]));
}
