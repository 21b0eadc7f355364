/** The numbers that conditions compare with: what a page lets be changed without writing the language. */
import type { Expr, Protocol, Step } from './protocol.ts';
import { stepsOf } from './protocol.ts';

export type Limit = {
  readonly arm: string;
  /** Which step of the arm, from 0. */
  readonly step: number;
  /** Where in the step's condition, or in what its end says: places in the nested lists. */
  readonly part: 'when' | 'end';
  readonly at: readonly number[];
  readonly value: number;
};

/** Every number of every arm, in order. */
export function limitsIn(protocol: Protocol): readonly Limit[] {
  return Object.keys(protocol.arms).flatMap((arm) =>
    stepsOf(protocol, arm).flatMap((step, i) => [
      ...(step.when === undefined
        ? []
        : numbersIn(step.when).map((n) => ({ arm, step: i, part: 'when' as const, ...n }))),
      ...('end' in step ? numbersIn(step.end).map((n) => ({ arm, step: i, part: 'end' as const, ...n })) : []),
    ]),
  );
}

function numbersIn(expr: Expr, at: readonly number[] = []): readonly Pick<Limit, 'at' | 'value'>[] {
  if (typeof expr === 'boolean') return [];
  return expr.flatMap((part, i) => {
    if (typeof part === 'number') return [{ at: [...at, i], value: part }];
    return Array.isArray(part) ? numbersIn(part as unknown as Expr, [...at, i]) : [];
  });
}

/** The protocol with another number at that place. */
export function withLimit(protocol: Protocol, limit: Limit, value: number): Protocol {
  const arm = protocol.arms[limit.arm];
  if (!arm) return protocol;
  const steps = arm.steps.map((step, i): Step => {
    if (i !== limit.step) return step;
    const expr = limit.part === 'end' && 'end' in step ? step.end : step.when;
    return { ...step, [limit.part]: replaced(expr, limit.at, value) };
  });
  return { ...protocol, arms: { ...protocol.arms, [limit.arm]: { ...arm, steps } } };
}

function replaced(part: unknown, [first, ...rest]: readonly number[], value: number): unknown {
  if (first === undefined) return value;
  return Array.isArray(part) ? part.map((inner, i) => (i === first ? replaced(inner, rest, value) : inner)) : part;
}
