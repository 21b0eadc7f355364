/** In a thread of its own (server/jobs/in-thread.ts): a country's scores take seconds, and nobody else should wait for them. */
import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import { cancerKinds, type evaluateScore as contract } from '#contracts/statistics';
import { ok, type Result } from '#core/kernel/result';
import { type Evaluation, evaluate } from '#core/statistics/evaluation';
import { type Located, localisation } from '#core/statistics/localisation';
import type { ThresholdRule } from '#core/statistics/operating-points';
import { scoreSet } from '#core/statistics/score-set';
import type { SnapshotRow } from '#server/quality/latest-snapshot';
import { evaluationFacts, openSnapshot, type Product } from './evaluation-facts.ts';

type Asked = z.output<(typeof contract)['input']>;
type Output = OutputOf<typeof contract>;

export type EvaluationQuestion = {
  readonly snapshot: SnapshotRow;
  readonly asked: Asked;
  readonly against: Product | null;
};

const REPLICATES = 1000;
/** Kinds of cancer (places in `cancerKinds`) that count as the outcome. */
const counted = { screen: 1, 'screen-interval': 3, all: 4 } as const satisfies Record<Asked['outcome'], number>;

export async function run({ snapshot, asked, against }: EvaluationQuestion): Promise<Result<Output>> {
  const duck = await openSnapshot(snapshot.folder);
  const facts = await evaluationFacts(duck, { ...asked, against }).finally(() => duck.close());
  const most = counted[asked.outcome];
  const set = scoreSet({
    scores: facts.scores,
    positive: facts.kinds.of.map((kind) => (kind > 0 && kind <= most ? 1 : 0)),
    clusters: facts.women,
  });
  if (!set.ok) return set;
  const evaluation = evaluate({
    set: set.value,
    ...(facts.others ? { others: facts.others } : {}),
    kinds: facts.kinds,
    rules: rulesOf(asked),
    flags: facts.flags,
    groupings: [facts.grouping],
    seed: snapshot.id,
    replicates: REPLICATES,
  });
  return ok({
    ...told(evaluation),
    snapshot: { id: snapshot.id, dataCut: snapshot.dataCut, codeVersion: snapshot.codeVersion },
    leftOut: facts.leftOut,
    kinds: cancerKinds.map((name, i) => ({ name, cases: evaluation.kinds[i]?.cases ?? 0 })),
    localisation: localisation(facts.located).breast,
    marks: facts.marked && markAgreement(facts.marked),
  });
}

function markAgreement(cancers: readonly Located[]): Output['marks'] {
  const { breast, wrongBreast } = localisation(cancers);
  return { breast, wrongBreast };
}

function rulesOf({ threshold, sensitivity, specificity }: Asked): readonly ThresholdRule[] {
  return [
    ...(threshold === undefined ? [] : [{ by: 'score', value: threshold } as const]),
    ...(sensitivity === undefined ? [] : [{ by: 'sensitivity', value: sensitivity } as const]),
    ...(specificity === undefined ? [] : [{ by: 'specificity', value: specificity } as const]),
  ];
}

/** As it crosses HTTP: a threshold above every score is null, because JSON has no infinity. */
function told(evaluation: Evaluation): Omit<Output, 'snapshot' | 'leftOut' | 'localisation' | 'marks' | 'kinds'> {
  const finite = <Point extends { readonly threshold: number }>(point: Point) => ({
    ...point,
    threshold: Number.isFinite(point.threshold) ? point.threshold : null,
  });
  const { bootstrap, second, thresholds, readers } = evaluation;
  return {
    cases: evaluation.cases,
    women: evaluation.women,
    auc: evaluation.auc,
    bootstrap: bootstrap && {
      replicates: bootstrap.replicates,
      how: bootstrap.how,
      first: bootstrap.first,
      ...(bootstrap.difference ? { difference: bootstrap.difference } : {}),
    },
    partial: evaluation.partial,
    averagePrecision: evaluation.averagePrecision,
    roc: evaluation.roc.map(finite),
    precisionRecall: [...evaluation.precisionRecall],
    thresholds: thresholds.map((one) => ({ ...finite(one), byKind: [...one.byKind] })),
    readers: readers.map((one) => ({ ...one, byKind: [...one.byKind] })),
    decision: evaluation.decision.map(finite),
    groups: [...evaluation.groups],
    tenths: [...evaluation.tenths],
    second: second && {
      auc: second.paired.second,
      difference: second.paired.difference,
      z: second.paired.z,
      p: second.paired.p,
      roc: second.roc.map(finite),
    },
  };
}
