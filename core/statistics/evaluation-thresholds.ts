/** Thresholds of a score by rule, what each finds of every kind of cancer, and how that compares with a reader. */
import type { EvaluationInput, Flag } from './evaluation-input.ts';
import { type McNemar, mcnemar } from './mcnemar.ts';
import {
  type OperatingPoint,
  operatingPoint,
  type Share,
  share,
  type ThresholdRule,
  thresholdFor,
} from './operating-points.ts';
import type { RocCurve } from './roc.ts';
import { type WeightedShare, weightedShare } from './weighted-share.ts';

export type Threshold = OperatingPoint & {
  readonly rule: ThresholdRule;
  /** Name of the reader (or consensus) whose share of positives it matches. */
  readonly matches: string | null;
  /** Of each kind, those at or above the threshold. */
  readonly byKind: readonly { readonly name: string; readonly found: Share | null }[];
  /** With weights: the shares that the sample stands for. */
  readonly weighted: {
    readonly selected: WeightedShare;
    readonly sensitivity: WeightedShare;
    readonly specificity: WeightedShare;
  } | null;
  /** Beside the one it matches, on the cases both judged: who alone called positive; first = the score, second = the reader. */
  readonly against: { readonly withOutcome: McNemar; readonly without: McNemar } | null;
};

export type Reader = {
  readonly name: string;
  readonly selected: Share;
  readonly sensitivity: Share;
  readonly specificity: Share;
  readonly byKind: readonly { readonly name: string; readonly found: Share | null }[];
};

/** A threshold for each rule, then one matched to each flag. */
export function thresholdsOf(input: EvaluationInput, curve: RocCurve, counted: RocCurve): readonly Threshold[] {
  const rules: { rule: ThresholdRule; flag: Flag | null }[] = input.rules.map((rule) => ({ rule, flag: null }));
  for (const flag of input.flags) {
    const { selected } = judged(input, flag);
    if (selected) rules.push({ rule: { by: 'rate', value: selected.value }, flag });
  }
  return rules.map(({ rule, flag }) => {
    const threshold = thresholdFor(curve, rule);
    const { scores } = input.set;
    const called = (i: number) => (scores[i] as number) >= threshold;
    return {
      ...operatingPoint(counted, threshold),
      rule,
      matches: flag?.name ?? null,
      byKind: byKind(input, called),
      weighted: weightedPoint(input, called),
      against: flag ? against(input, called, flag) : null,
    };
  });
}

/** What each flag found by itself, on the cases it judged. */
export function readersOf(input: EvaluationInput): readonly Reader[] {
  return input.flags.flatMap((flag) => {
    const { selected, sensitivity, specificity } = judged(input, flag);
    if (!selected || !sensitivity || !specificity) return [];
    const called = (i: number) => flag.positive[i] === 1;
    const among = (i: number) => flag.positive[i] !== 255;
    return [{ name: flag.name, selected, sensitivity, specificity, byKind: byKind(input, called, among) }];
  });
}

function judged({ set }: EvaluationInput, { positive }: Flag) {
  const counts = { cases: 0, called: 0, ill: 0, found: 0 };
  for (let i = 0; i < positive.length; i++) {
    if (positive[i] === 255) continue;
    counts.cases++;
    const called = positive[i] as number;
    counts.called += called;
    if (set.positive[i] === 0) continue;
    counts.ill++;
    counts.found += called;
  }
  const { cases, called, ill, found } = counts;
  return {
    selected: cases > 0 ? share(called, cases) : null,
    sensitivity: ill > 0 ? share(found, ill) : null,
    specificity: cases > ill ? share(cases - ill - called + found, cases - ill) : null,
  };
}

function byKind(
  { kinds }: EvaluationInput,
  called: (i: number) => boolean,
  among: (i: number) => boolean = () => true,
) {
  const found = new Array<number>(kinds.names.length + 1).fill(0);
  const all = new Array<number>(kinds.names.length + 1).fill(0);
  for (let i = 0; i < kinds.of.length; i++) {
    const kind = kinds.of[i] as number;
    if (kind === 0 || !among(i)) continue;
    all[kind] = (all[kind] ?? 0) + 1;
    if (called(i)) found[kind] = (found[kind] ?? 0) + 1;
  }
  return kinds.names.map((name, i) => {
    const total = all[i + 1] ?? 0;
    return { name, found: total > 0 ? share(found[i + 1] ?? 0, total) : null };
  });
}

function weightedPoint({ set }: EvaluationInput, called: (i: number) => boolean): Threshold['weighted'] {
  const { weights, positive, clusters } = set;
  if (!weights) return null;
  const yes = Uint8Array.from(positive, (_, i) => (called(i) ? 1 : 0));
  const no = yes.map((one) => 1 - one);
  const healthy = positive.map((one) => 1 - one);
  const options = clusters ? { clusters } : {};
  const selected = weightedShare(yes, weights, options);
  const sensitivity = weightedShare(yes, weights, { ...options, among: positive });
  const specificity = weightedShare(no, weights, { ...options, among: healthy });
  return selected && sensitivity && specificity ? { selected, sensitivity, specificity } : null;
}

function against({ set }: EvaluationInput, called: (i: number) => boolean, { positive }: Flag): Threshold['against'] {
  const only = { score: [0, 0], reader: [0, 0] };
  for (let i = 0; i < positive.length; i++) {
    if (positive[i] === 255) continue;
    const [score, reader] = [called(i), positive[i] === 1];
    if (score === reader) continue;
    const side = score ? only.score : only.reader;
    const outcome = set.positive[i] as number;
    side[outcome] = (side[outcome] ?? 0) + 1;
  }
  const of = (outcome: number) => mcnemar(only.score[outcome] ?? 0, only.reader[outcome] ?? 0);
  return { withOutcome: of(1), without: of(0) };
}
