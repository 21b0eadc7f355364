/** What is wrong with a protocol: a code and what it is about. The words stand in web/text, put together by words.ts. */
import type { Point } from './paths.ts';

export const faultCodes = [
  // The protocol as a whole
  'no-arm',
  'one-arm',
  'ratio-no-arm',
  'ratio-missing',
  'ratio-not-drawn',
  'modality-late',
  'paired-arms',
  'paired-no-strategy',
  'visibility-role',
  // What a step speaks of
  'unknown',
  'unknown-field',
  'not-yet',
  'not-an-opinion',
  'no-number',
  'wrong-limit',
  'outside-scale',
  'missing-unsaid',
  'empty-scale',
  'sees-unbound',
  'sees-unknown',
  'sees-opinion',
  'forbidden',
  // Who does it
  'same-reader',
  'not-unbound',
  'revises-unbound',
  'revises-no-read',
  'seats',
  'bound-twice',
  'nothing-ends',
  // What can happen
  'too-many-paths',
  'no-end',
  'never',
  'overlap',
  'hole',
  'not-read',
  'too-few-reads',
  'too-few-when-failed',
  'recall-alone',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export type Fault = {
  readonly code: FaultCode;
  /** null: the protocol as a whole. */
  readonly arm: string | null;
  /** The step: the name it binds, or its number from 1. */
  readonly at: string | number | null;
  readonly about: Readonly<Record<string, string | number>>;
  /** One path on which it happens, and on how many more it does. */
  readonly when: readonly Point[] | null;
  readonly more: number;
};

export function fault(
  code: FaultCode,
  more: { readonly arm?: string; readonly at?: string | number; readonly when?: readonly Point[] } = {},
  about: Fault['about'] = {},
): Fault {
  return { code, arm: more.arm ?? null, at: more.at ?? null, about, when: more.when ?? null, more: 0 };
}

/** The same fault on many paths is said once, with the first of them. */
export function together(faults: readonly Fault[]): readonly Fault[] {
  const found = new Map<string, Fault>();
  for (const one of faults) {
    const key = JSON.stringify([one.code, one.arm, one.at, one.about]);
    const before = found.get(key);
    found.set(key, before ? { ...before, more: before.more + 1 } : one);
  }
  return [...found.values()];
}
