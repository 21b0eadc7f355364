/** Protocols replayed over a history: one pass over the rows for all of them, then everything else from the cells. */
import type { Protocol } from '#core/protocols/protocol';
import { type Assumption, assumptionsOf } from './assumptions.ts';
import { bandsOf } from './bands.ts';
import { type Cells, countByGroup, sortIntoCells } from './cells.ts';
import { type Comparison, compare } from './compare.ts';
import { type Compiled, compileProtocol } from './compile.ts';
import type { Expected } from './decide.ts';
import { type Grouping, type Groups, groupsOf } from './groups.ts';
import type { History } from './history.ts';
import { joinNeeds, type ProductOf } from './needs.ts';
import { type Totals, totalsOf } from './totals.ts';

export type ReplayArm = { readonly protocol: Protocol; readonly arm: string };

export type ReplayedArm = ReplayArm & {
  readonly totals: Totals;
  readonly groups: readonly { readonly by: string; readonly group: string; readonly totals: Totals }[];
  readonly assumptions: readonly Assumption[];
};

export type Replayed = {
  readonly arms: readonly ReplayedArm[];
  /** Each arm but the first against the first. */
  readonly comparisons: readonly Comparison[];
  /** The rows sorted, and each arm's decisions: what the cases behind a number are found by. */
  readonly cells: Cells;
  readonly decided: readonly (readonly Expected[])[];
};

export type ReplayOptions = {
  /** Rows to replay: 1 = yes. All when not given. */
  readonly use?: Uint8Array;
  readonly by?: readonly (Grouping | readonly [string, Groups])[];
  readonly productOf?: ProductOf;
};

/** Replays every arm over the same rows. Throws only for an arm that its protocol does not have. */
export function replay(history: History, arms: readonly ReplayArm[], options: ReplayOptions = {}): Replayed {
  const { use, by = [], productOf = (model) => model } = options;
  const compiled = arms.map(({ protocol, arm }) => compileProtocol(history, protocol, arm, productOf));
  const cells = sortIntoCells(history.size, bandsOf(history, joinNeeds(compiled.map(({ needs }) => needs))), use);
  const decided = compiled.map((one) => one.decide(cells));
  const split = by.flatMap((one) => {
    const [name, groups] = typeof one === 'string' ? ([one, groupsOf(history, one)] as const) : one;
    const counted = countByGroup(cells, groups.of, groups.names.length);
    return counted.map((counts, i) => ({ by: name, group: groups.names[i] ?? '', counts }));
  });
  const occupied = split.filter(({ counts }) => counts.some((n) => n > 0));
  const results = compiled.map((one, i) => result(history, one, cells, decided[i] ?? [], occupied, productOf));
  const [first, ...others] = decided;
  const comparisons = first ? others.map((other) => compare(history, cells, first, other)) : [];
  return { arms: results, comparisons, cells, decided };
}

function result(
  history: History,
  { protocol, arm }: Compiled,
  cells: Cells,
  decided: readonly Expected[],
  split: readonly { readonly by: string; readonly group: string; readonly counts: Float64Array }[],
  productOf: ProductOf,
): ReplayedArm {
  const totals = totalsOf(history, cells, cells.counts, decided);
  const groups = split.map(({ by, group, counts }) => ({
    by,
    group,
    totals: totalsOf(history, cells, counts, decided),
  }));
  return { protocol, arm, totals, groups, assumptions: assumptionsOf(protocol, arm, totals, history, productOf) };
}
