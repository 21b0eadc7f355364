/**
 * A protocol compiled over a history: the columns it can tell apart, and its decision for each cell, made once. The
 * interpreter itself makes it, so that replay and live reading cannot come to mean different things.
 */
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { bandsOf } from './bands.ts';
import type { Cells } from './cells.ts';
import { deciderOf, type Expected } from './decide.ts';
import type { History } from './history.ts';
import { conditionsOf, type Needs, needsOf, type ProductOf } from './needs.ts';

export type Compiled = {
  readonly protocol: Protocol;
  readonly arm: string;
  readonly needs: Needs;
  /** What it does with each cell, in the cells' order. The cells must be cut at least as finely as `needs`. */
  readonly decide: (cells: Pick<Cells, 'example'>) => readonly Expected[];
};

/**
 * Compiles one arm. `productOf` says which product of the history answers for the model a step names.
 * Throws only for an arm that the protocol does not have.
 */
export function compileProtocol(
  history: History,
  protocol: Protocol,
  arm: string,
  productOf: ProductOf = (model) => model,
): Compiled {
  const steps = stepsOf(protocol, arm);
  const needs = needsOf(steps, [...conditionsOf(steps), ...Object.values(protocol.derived ?? {})], productOf);
  const decider = deciderOf(history, protocol, arm, productOf);
  const bands = bandsOf(history, needs);
  const known = new Map<number, Expected>();
  const decideOne = (row: number): Expected => {
    // Finer cells that only another protocol tells apart share one decision.
    const key = bands.reduce((k, band) => k * band.levels + band.at(row), 0);
    const found = known.get(key) ?? decider(row);
    known.set(key, found);
    return found;
  };
  return { protocol, arm, needs, decide: ({ example }) => example.map(decideOne) };
}
