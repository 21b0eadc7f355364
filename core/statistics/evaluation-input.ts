/** What a score is judged from. */
import type { ThresholdRule } from './operating-points.ts';
import type { ScoreSet } from './score-set.ts';

/** Kinds of the outcome, such as screen-detected and interval cancer: of each case 0 = none, i = names[i - 1]. */
export type Kinds = { readonly names: readonly string[]; readonly of: Uint8Array };

/** A way to divide the cases: of each, its place among the names. */
export type Grouping = { readonly by: string; readonly names: readonly string[]; readonly of: Uint16Array };

/** What somebody called positive: 1; not: 0; did not judge: 255. */
export type Flag = { readonly name: string; readonly positive: Uint8Array };

export type EvaluationInput = {
  /** Has passed `scoreSet`. */
  readonly set: ScoreSet;
  /** A second score on the same cases, compared pairwise with the first. */
  readonly others?: Float64Array;
  readonly kinds: Kinds;
  readonly rules: readonly ThresholdRule[];
  /** What somebody else called positive: readers, consensus. Each gives a point on the curve and a matched threshold. */
  readonly flags: readonly Flag[];
  readonly groupings: readonly Grouping[];
  /** Seed and number of bootstrap replicates; 0 = none. */
  readonly seed: string;
  readonly replicates: number;
};
