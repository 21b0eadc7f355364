/**
 * What a typical case would answer to any protocol: two readers, a machine and a consensus, told by role and not by the names
 * that a protocol gives its steps. A distribution of such cases gives a protocol's expected load.
 */
import type { Score } from './facts.ts';
import { type Load, expectedLoad, type WeightedAnswers } from './play.ts';
import { type Name, type Protocol, stepsOf } from './protocol.ts';

export type TypicalCase = {
  readonly weight: number;
  /** Whether the first and the second independent reader is positive; further ones answer as these two in turn. */
  readonly positive: readonly [boolean, boolean];
  /** Whether a reader who looks again, at what the machine shows, is positive. */
  readonly secondLook: boolean;
  /** Whether a consensus recalls. */
  readonly recall: boolean;
  /** Where the machine places the case among screened women, 0-100. */
  readonly pct: number;
  readonly normalTag: 'normal' | 'none';
  readonly age: number;
};

/** Expected reads, consensus and recalls per 1000 of an arm, every machine of it answering the same. */
export function typicalLoad(protocol: Protocol, arm: string, cases: readonly TypicalCase[]): Load {
  return expectedLoad(
    protocol,
    arm,
    cases.map((one) => answersOf(protocol, arm, one)),
  );
}

function answersOf(protocol: Protocol, arm: string, one: TypicalCase): WeightedAnswers {
  const reads: Record<Name, { left: Score; right: Score }> = {};
  const scale = new Map<Name, readonly [number, number]>();
  const said = new Map<Name, boolean>();
  let readers = 0;
  for (const step of stepsOf(protocol, arm)) {
    if ('ai' in step) scale.set(step.ai, step.scale ?? [1, 10]);
    if (!('read' in step) || said.has(step.read)) continue;
    const before = step.revises === undefined ? undefined : (said.get(step.revises) ?? false);
    const positive = before === undefined ? one.positive[readers++ % 2 === 0 ? 0 : 1] : before || one.secondLook;
    said.set(step.read, positive);
    reads[step.read] = { left: positive ? 3 : 1, right: 1 };
  }
  const ai = Object.fromEntries(
    [...scale].map(([name, [low, high]]) => {
      // A scale of tenths: the lowest tenth of women has 1.0 to 1.9 (Larsen 2022: 10.1 % have score 10).
      const score = low + ((high - low + 1) * one.pct) / 100;
      const values = { score, left: score, right: low, pct: one.pct, normalTag: one.normalTag };
      return [name, { kind: 'result' as const, values }];
    }),
  );
  return { weight: one.weight, reads, recall: one.recall, ai, items: { age: one.age } };
}
