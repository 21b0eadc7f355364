/** Bands of a value that conditions compare with limits: one value below, at and between the limits, so that each is met. */
import { type Expr, type Protocol, type Ref, type Step, stepsOf } from './protocol.ts';

/** A value that stands for its band. */
export type Band = {
  /** null: not given. */
  readonly value: number | string | null;
  /** Numbers: the limits beside it; both are the value itself when it is exactly a limit. null: none on that side. */
  readonly from: number | null;
  readonly to: number | null;
};

export type Asked = {
  readonly limits: readonly (number | string)[];
  /** Whether a condition asks if it is missing. */
  readonly missing: boolean;
};

/** What an arm's conditions compare each reference with. */
export function askedOf(conditions: readonly Expr[]): ReadonlyMap<Ref, Asked> {
  const asked = new Map<Ref, Asked>();
  const add = (ref: Ref, limits: readonly (number | string)[], missing: boolean) => {
    const before = asked.get(ref) ?? { limits: [], missing: false };
    asked.set(ref, { limits: [...before.limits, ...limits], missing: before.missing || missing });
  };
  const visit = (expr: Expr): void => {
    if (typeof expr === 'boolean') return;
    const [op, first, second] = expr;
    if (op === 'and' || op === 'or' || op === 'not') for (const inner of expr.slice(1) as Expr[]) visit(inner);
    else if (op === 'missing') add(first as Ref, [], true);
    else if (op === 'ge' || op === 'gt' || op === 'lt' || op === 'eq')
      add(first as Ref, [second as number | string], false);
  };
  for (const condition of conditions) visit(condition);
  return asked;
}

/** The conditions of an arm: of its steps, and of what its ends say. */
export function conditionsOf(protocol: Protocol, arm: string): readonly Expr[] {
  return stepsOf(protocol, arm).flatMap(conditionsIn);
}

export function conditionsIn(step: Step): readonly Expr[] {
  return [...(step.when === undefined ? [] : [step.when]), ...('end' in step ? [step.end] : [])];
}

/** One value for every band that the limits make, within the scale where it is known. */
export function bandsOf({ limits, missing }: Asked, scale?: readonly [number, number]): readonly Band[] {
  const [low, high] = scale ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const numbers = [...new Set(limits.filter((v) => typeof v === 'number'))].sort((a, b) => a - b);
  const bands: Band[] = [];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first !== undefined && first > low) bands.push({ value: Math.max(low, first - 1), from: null, to: first });
  numbers.forEach((v, i) => {
    const next = numbers[i + 1];
    if (v >= low && v <= high) bands.push({ value: v, from: v, to: v });
    if (next !== undefined && next > low && v < high) bands.push({ value: (v + next) / 2, from: v, to: next });
  });
  if (last !== undefined && last < high) bands.push({ value: Math.min(high, last + 1), from: last, to: null });
  const words = [...new Set(limits.filter((v) => typeof v === 'string'))];
  for (const word of [...words, ...(words.length > 0 ? ['(other)'] : [])])
    bands.push({ value: word, from: null, to: null });
  if (missing) bands.push({ value: null, from: null, to: null });
  return bands;
}

/** The scale of a machine's value, where it is known: percentiles 0-100, its score as the protocol says. */
export function scaleOf(protocol: Protocol, arm: string, name: string, field: string): [number, number] | undefined {
  if (field === 'pct') return [0, 100];
  if (field !== 'score' && field !== 'left' && field !== 'right') return undefined;
  const step = stepsOf(protocol, arm).find((s) => 'ai' in s && s.ai === name);
  return step && 'ai' in step && step.scale ? [...step.scale] : undefined;
}
