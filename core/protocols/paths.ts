/**
 * Every path through an arm, found by the interpreter itself: each answer that could make a difference is tried. For a
 * number that conditions compare with limits, that is one value below, at and between the limits, so every band is met.
 */
import { split } from './evaluate.ts';
import { type AiFact, type Facts, noFacts, POSITIVE_FROM, type Score } from './facts.ts';
import { type CaseOutcome, openTasks } from './open-tasks.ts';
import { type Expr, type Name, type Protocol, type Ref, stepsOf } from './protocol.ts';

export type Path = {
  /** What was answered, in words: "a.score 7.5, r1 positive". */
  readonly when: readonly string[];
  readonly facts: Facts;
  readonly end: CaseOutcome | 'no-end' | 'held';
};

type Limits = ReadonlyMap<Ref, readonly (number | string)[]>;

/** Throws a RangeError when there are more than `most` paths: no protocol for people has. */
export function pathsOf(protocol: Protocol, arm: string, most = 100_000): readonly Path[] {
  const limits = limitsOf(
    stepsOf(protocol, arm).flatMap((s) => [...(s.when === undefined ? [] : [s.when]), ...('end' in s ? [s.end] : [])]),
  );
  const names = new Set(
    stepsOf(protocol, arm).flatMap((s) =>
      'end' in s ? [] : 'ai' in s ? [s.ai] : 'read' in s ? [s.read] : [s.consensus],
    ),
  );
  const items = [...limits].filter(([ref]) => !names.has(split(ref)[0]));
  const found: Path[] = [];
  const walk = (facts: Facts, when: readonly string[]): void => {
    if (found.length > most) throw new RangeError(`arm "${arm}" has more than ${most} paths`);
    const next = nextFacts(protocol, arm, facts, limits);
    if (typeof next === 'string') found.push({ when, facts, end: next });
    else for (const [words, then] of next) walk(then, [...when, words]);
  };
  for (const values of products(items.map(([ref, all]) => representatives(all).map((v) => [ref, v] as const)))) {
    walk(
      { ...noFacts, items: Object.fromEntries(values) },
      values.map(([ref, v]) => `${ref} ${v}`),
    );
  }
  return found;
}

type Branch = readonly [string, Facts];

function nextFacts(protocol: Protocol, arm: string, facts: Facts, limits: Limits): Path['end'] | readonly Branch[] {
  const now = openTasks(protocol, arm, facts);
  if (now.kind === 'closed') return now.outcome;
  if (now.kind === 'waiting') return now.for === 'ai' ? aiBranches(protocol, arm, facts, limits) : 'no-end';
  const task = now.tasks[0];
  if (!task) return 'no-end';
  if (task.kind === 'consensus') {
    return (['recall', 'dismiss'] as const).map((decision) => {
      const held = { step: task.step, members: [], decision, breasts: [] };
      return [`${task.step} ${decision}`, { ...facts, consensus: [...facts.consensus, held] }];
    });
  }
  const reader = task.only ?? `reader of ${task.step}`;
  return scorePairs(task.step, limits).map(([left, right]) => {
    const words = `${task.step} ${Math.max(left, right) >= POSITIVE_FROM ? 'positive' : 'negative'}`;
    return [words, { ...facts, reads: [...facts.reads, { step: task.step, reader, left, right, frozen: true }] }];
  });
}

function aiBranches(protocol: Protocol, arm: string, facts: Facts, limits: Limits): Path['end'] | readonly Branch[] {
  const step = stepsOf(protocol, arm).find((s) => 'ai' in s && !(s.ai in facts.ai));
  if (!step || !('ai' in step)) return 'held';
  const name = step.ai;
  const fields = [...limits].filter(([ref]) => split(ref)[0] === name);
  const results = products(
    fields.map(([ref, all]) => representatives(all).map((v) => [split(ref)[1] ?? 'score', v] as const)),
  );
  const branch = (words: string, fact: AiFact): Branch => [words, { ...facts, ai: { ...facts.ai, [name]: fact } }];
  return [
    ...results.map((values) =>
      branch(values.map(([field, v]) => `${name}.${field} ${v}`).join(', ') || `${name} answers`, {
        kind: 'result',
        values: Object.fromEntries(values),
      }),
    ),
    branch(`${name} fails`, { kind: 'failed' }),
  ];
}

function scorePairs(step: Name, limits: Limits): readonly (readonly [Score, Score])[] {
  const asked = ([undefined, 'left', 'right'] as const).flatMap((f) => limits.get(f ? `${step}.${f}` : step) ?? []);
  const marks = [1, POSITIVE_FROM, ...asked.flatMap((v) => (typeof v === 'number' ? [v - 1, v, v + 1] : []))];
  const scores = [...new Set(marks)].filter((v): v is Score => Number.isInteger(v) && v >= 1 && v <= 5);
  if (!limits.has(`${step}.right`)) return scores.map((v) => [v, 1]);
  return scores.flatMap((left) => scores.map((right) => [left, right] as const));
}

/** Values that meet each limit and each band beside it. */
function representatives(limits: readonly (number | string)[]): readonly (number | string)[] {
  const numbers = limits.filter((v) => typeof v === 'number').sort((a, b) => a - b);
  const between = numbers.flatMap((v, i) => [v, i + 1 < numbers.length ? (v + (numbers[i + 1] ?? v)) / 2 : v + 1]);
  const texts = limits.filter((v) => typeof v === 'string');
  return [
    ...new Set([
      ...(numbers[0] === undefined ? [] : [numbers[0] - 1]),
      ...between,
      ...texts,
      ...(texts.length > 0 ? ['(other)'] : []),
    ]),
  ];
}

function products<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((all, list) => all.flatMap((p) => list.map((v) => [...p, v])), [[]]);
}

/** Which values each reference is compared with. A reference that is only asked whether it is missing has none. */
export function limitsOf(conditions: readonly Expr[]): Limits {
  const limits = new Map<Ref, (number | string)[]>();
  const visit = (expr: Expr): void => {
    if (typeof expr === 'boolean') return;
    const [op, ...rest] = expr;
    if (op === 'and' || op === 'or' || op === 'not') for (const inner of rest as Expr[]) visit(inner);
    else if (op === 'ge' || op === 'gt' || op === 'lt' || op === 'eq') {
      limits.set(expr[1] as Ref, [...(limits.get(expr[1] as Ref) ?? []), rest[1] as number | string]);
    }
  };
  for (const condition of conditions) visit(condition);
  return limits;
}

/** Names and references that a condition speaks of. */
export function refsOf(expr: Expr): readonly Ref[] {
  if (typeof expr === 'boolean') return [];
  const [op, ...rest] = expr;
  if (op === 'and' || op === 'or' || op === 'not') return (rest as Expr[]).flatMap(refsOf);
  return op === 'disagree' ? (rest as Ref[]) : [rest[0] as Ref];
}
