/** What has happened to one reading case: the facts that the interpreter, the blinding and the replay stand on. */
import type { Mark } from '#core/ai/mark';
import type { Name } from './protocol.ts';

/** 1 normal or benign, 2 probably benign, 3 indeterminate, 4 probably malignant, 5 malignant (facts: BreastScreen Norway). */
export type Score = 1 | 2 | 3 | 4 | 5;
export const breasts = ['left', 'right'] as const;
export type Breast = (typeof breasts)[number];

/** Any breast at this score or above makes a read positive: the case goes to consensus (Hofvind 2009, Radiology). */
export const POSITIVE_FROM = 2;

/** The opinion that counts: the highest revision of a step. `frozen` = it can no longer be changed. */
export type ReadFact = {
  readonly step: Name;
  readonly reader: string;
  readonly left: Score;
  readonly right: Score;
  readonly frozen: boolean;
};

/** What was decided together. `frozen` = it can no longer be taken back. */
export type ConsensusFact = {
  readonly step: Name;
  readonly members: readonly string[];
  readonly decision: 'recall' | 'dismiss';
  readonly breasts: readonly Breast[];
  readonly frozen: boolean;
};

/**
 * `values`: 'score', 'left', 'right' on the product's own scale; 'pct' (0-100) in its calibration population; 'normalTag'
 * ('normal', 'none'), 'density', 'quality', 'risk' where given. `marks`: what it points at. A name without a fact is still
 * awaited.
 */
export type AiFact =
  | {
      readonly kind: 'result';
      readonly values: Readonly<Record<string, number | string>>;
      readonly marks?: readonly Mark[];
    }
  | { readonly kind: 'failed' };

export type Facts = {
  readonly reads: readonly ReadFact[];
  readonly consensus: readonly ConsensusFact[];
  readonly ai: Readonly<Record<Name, AiFact>>;
  /** Facts about the woman that a protocol may decide by ('age', 'density'). */
  readonly items: Readonly<Record<string, number | string>>;
};

export const noFacts: Facts = { reads: [], consensus: [], ai: {}, items: {} };

/** The facts with a consensus that nobody sat in: of history that names none, of a protocol played through. */
export function withDecision(facts: Facts, step: Name, decision: ConsensusFact['decision']): Facts {
  const decided = { step, members: [], decision, breasts: [], frozen: true };
  return { ...facts, consensus: [...facts.consensus, decided] };
}

export function isPositive(read: Pick<ReadFact, 'left' | 'right'>): boolean {
  return Math.max(read.left, read.right) >= POSITIVE_FROM;
}
