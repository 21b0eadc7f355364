/** What a score is worth against the outcome, all of it: what `runde evaluate` prints and the page "Evaluation" draws. */
import { random } from '#core/kernel/random';
import { type BootstrapAuc, bootstrapAuc } from './bootstrap-auc.ts';
import { type DecisionPoint, decisionCurve } from './decision-curve.ts';
import { type Auc, auc, compareAuc, type PairedAuc } from './delong.ts';
import { type Group, groupsOf } from './evaluation-groups.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { type Reader, readersOf, type Threshold, thresholdsOf } from './evaluation-thresholds.ts';
import type { Interval } from './intervals.ts';
import { wilson } from './intervals.ts';
import { share, type Share } from './operating-points.ts';
import { type PartialAuc, partialAuc } from './partial-auc.ts';
import {
  averagePrecision,
  averagePrecisionInterval,
  type PrecisionPoint,
  precisionPoints,
} from './precision-recall.ts';
import { type RocCurve, rocCurve, type RocPoint, thinned } from './roc.ts';

export type Evaluation = {
  readonly cases: number;
  readonly women: number | null;
  readonly weighted: boolean;
  readonly kinds: readonly { readonly name: string; readonly cases: number }[];
  readonly auc: Auc;
  readonly bootstrap: BootstrapAuc | null;
  /** Where specificity is above 90 %. */
  readonly partial: PartialAuc;
  readonly averagePrecision: Interval & { readonly value: number; readonly chance: number };
  readonly roc: readonly (RocPoint & { readonly band: Interval })[];
  readonly precisionRecall: readonly PrecisionPoint[];
  readonly thresholds: readonly Threshold[];
  readonly readers: readonly Reader[];
  readonly decision: readonly DecisionPoint[];
  readonly groups: readonly Group[];
  /** Tenths of the cases by score, lowest first: how many of each have the outcome. */
  readonly tenths: readonly { readonly from: number; readonly to: number; readonly share: Share }[];
  readonly second: { readonly paired: PairedAuc; readonly roc: readonly RocPoint[] } | null;
};

/** Risks at which a recall may be thought worth it: from 0.1 % to 20 %, where screening is decided. */
const RISKS = [
  0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.008, 0.01, 0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1,
  0.12, 0.15, 0.2,
];

/** Everything about one score, or about two on the same cases. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { set, others, kinds } = input;
  const curve = rocCurve(set);
  // Counts of cases for tables; the curve of weights decides where a threshold lies.
  const counted = set.weights ? rocCurve({ scores: set.scores, positive: set.positive }) : curve;
  const precision = averagePrecision(curve);
  const whole = auc(set);
  const thresholds = thresholdsOf(input, curve, counted);
  return {
    cases: set.scores.length,
    women: set.clusters ? set.clusters.reduce((most, one) => Math.max(most, one), -1) + 1 : null,
    weighted: set.weights !== undefined,
    kinds: kinds.names.map((name, i) => ({ name, cases: count(kinds.of, i + 1) })),
    auc: whole,
    bootstrap:
      input.replicates > 0
        ? bootstrapAuc(set, random(input.seed), { replicates: input.replicates, ...(others ? { others } : {}) })
        : null,
    partial: partialAuc(curve, { from: 0.9, to: 1 }),
    averagePrecision: {
      value: precision,
      ...averagePrecisionInterval(precision, whole.positives),
      chance: curve.positives / (curve.positives + curve.negatives),
    },
    roc: thinned(curve).map((point) => ({
      ...point,
      band: wilson(point.sensitivity * whole.positives, whole.positives),
    })),
    precisionRecall: precisionPoints(curve),
    thresholds,
    readers: readersOf(input),
    decision: decisionCurve(curve, RISKS),
    groups: groupsOf(input, thresholds[0]?.threshold),
    tenths: tenthsOf(counted),
    second: others ? { paired: compareAuc(set, others), roc: thinned(rocCurve({ ...set, scores: others })) } : null,
  };
}

function count(values: Uint8Array, wanted: number): number {
  let found = 0;
  for (const value of values) if (value === wanted) found++;
  return found;
}

/** Cases with the same score stay together, so that tenths of a coarse score are uneven, and some may be missing. */
function tenthsOf({ thresholds, truePositives, falsePositives, positives, negatives }: RocCurve): Evaluation['tenths'] {
  const all = positives + negatives;
  const tenths: { from: number; to: number; share: Share }[] = [];
  let before = 0;
  for (let i = 1; i < thresholds.length; i++) {
    const selected = (truePositives[i] as number) + (falsePositives[i] as number);
    const found = (truePositives[i] as number) - (truePositives[before] as number);
    const last = i === thresholds.length - 1;
    if (
      !last &&
      selected <
        (Math.floor((10 * ((truePositives[before] as number) + (falsePositives[before] as number))) / all + 1e-9) + 1) *
          (all / 10)
    )
      continue;
    const cases = selected - (truePositives[before] as number) - (falsePositives[before] as number);
    tenths.unshift({ from: thresholds[i] as number, to: thresholds[before + 1] as number, share: share(found, cases) });
    before = i;
  }
  return tenths;
}
