/** How far an assessment has come, step by step, from what has been recorded; nothing of it is stored. */
import type { Day } from '#core/kernel/day';
import type { AssessmentResult } from './procedures.ts';

export const assessmentSteps = ['recalled', 'time', 'assessed', 'pathology', 'treated'] as const;
export type StepOn = {
  readonly step: (typeof assessmentSteps)[number];
  /** `not-needed`: no tissue was taken, or no cancer was found. */
  readonly state: 'done' | 'now' | 'later' | 'not-needed';
  readonly day: Day | null;
};

export type AssessmentSoFar = {
  readonly closed: boolean;
  readonly cancer: boolean;
  readonly recalledOn: Day | null;
  readonly time: { readonly day: Day; readonly status: string } | null;
  readonly assessments: readonly { readonly day: Day; readonly result: AssessmentResult }[];
  readonly answers: readonly Day[];
  readonly treatments: readonly Day[];
};

/**
 * The five steps in order. The first that is not done is the one now, while the episode is open; after a cancer treatment
 * is awaited though the episode is closed.
 */
export function stepsSoFar(so: AssessmentSoFar): readonly StepOn[] {
  const result = so.assessments.at(-1)?.result;
  const tissue = so.answers.length > 0 || so.assessments.some((a) => a.result === 'awaiting-pathology');
  const decided = result !== undefined && result !== 'awaiting-pathology';
  const facts: Readonly<Record<StepOn['step'], { done: boolean; needed: boolean; day: Day | null }>> = {
    // Who has a time or was assessed was recalled, though a record from before may lack the day.
    recalled: {
      done: so.recalledOn !== null || so.time !== null || so.assessments.length > 0,
      needed: true,
      day: so.recalledOn,
    },
    time: {
      done: so.assessments.length > 0 || (so.time !== null && so.time.status !== 'did-not-attend'),
      needed: !so.closed || so.time !== null || so.assessments.length > 0,
      day: so.time?.day ?? null,
    },
    assessed: {
      done: so.assessments.length > 0,
      needed: !so.closed || so.assessments.length > 0,
      day: so.assessments[0]?.day ?? null,
    },
    pathology: {
      done: tissue && decided,
      needed: tissue || !(so.closed || decided),
      day: so.answers.at(-1) ?? null,
    },
    treated: {
      done: so.treatments.length > 0,
      needed: so.cancer || result === 'malignant' || !(so.closed || decided),
      day: so.treatments[0] ?? null,
    },
  };
  const open = (step: StepOn['step']) => facts[step].needed && !facts[step].done;
  const now = assessmentSteps.find(open);
  return assessmentSteps.map((step) => {
    const { done, needed, day } = facts[step];
    const state = done ? 'done' : !needed ? 'not-needed' : step === now ? 'now' : 'later';
    return { step, state, day };
  });
}
