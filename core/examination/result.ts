/**
 * What an imaging session amounts to. Complete: all that could be shown is shown. Partial: a view is missing and will
 * stay so. Technical recall: new images are needed; counted apart from recall to assessment.
 */
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { checkInterview, type Interview, mayRecallOnSymptoms, removedBreasts, type SymptomKind } from './interview.ts';
import {
  breastOf,
  checkViews,
  examinationClass,
  type ImageQuality,
  imageClass,
  type MissingReason,
  type QualityCriterion,
  type ViewReport,
} from './views.ts';

export const examinationResults = ['complete', 'partial', 'technical-recall'] as const;
export type ExaminationResult = (typeof examinationResults)[number];

export const notScreenedReasons = [
  'declined',
  'recent-mammogram',
  'in-treatment',
  'cannot-be-positioned',
  'unwell',
  'equipment-failure',
] as const;
export type NotScreenedReason = (typeof notScreenedReasons)[number];

export type ExaminationRules = {
  readonly criteria: readonly QualityCriterion[];
  /** Reasons for a missing view that a new time can mend. */
  readonly worthANewTime: readonly MissingReason[];
  /** Reasons for leaving without any image after which she is given a new time; after the others the episode closes. */
  readonly newTimeAfter: readonly NotScreenedReason[];
  readonly symptomsForRecall: readonly SymptomKind[];
  /** A mammogram elsewhere within so many months is a reason to wait. */
  readonly recentMammogramMonths: number;
  /** Days from a technical recall until the earliest new time. */
  readonly technicalRecallAfterDays: number;
};

export type ExaminationReport = {
  readonly interview: Interview;
  readonly views: readonly ViewReport[];
  /** The radiographer judges that new images will not be better (pain, build, implant): no technical recall. */
  readonly cannotBeBetter: boolean;
};

export type ExaminationDecision = {
  readonly result: ExaminationResult;
  /** Class of each view in the order of the report; null = not taken or not graded. */
  readonly classes: readonly (ImageQuality | null)[];
  readonly quality: ImageQuality | null;
  readonly symptoms: boolean;
  readonly implants: boolean;
  readonly mayRecallOnSymptoms: boolean;
};

export type ExaminationRefusal =
  | 'in-the-future'
  | 'views-incomplete'
  | 'unknown-criterion'
  | 'no-images'
  | 'breast-removed'
  | 'not-removed';

/** Decides the result of an imaging session. Refuses reports that contradict themselves, and sessions without images. */
export function decideExamination(
  report: ExaminationReport,
  rules: ExaminationRules,
  today: Day,
): Result<ExaminationDecision, ExaminationRefusal> {
  const interview = checkInterview(report.interview, today);
  if (!interview.ok) return interview;
  const reports = checkViews(report.views, rules.criteria);
  if (!reports.ok) return reports;
  const contradiction = removedBreastContradiction(report);
  if (contradiction) return contradiction;
  if (!report.views.some((v) => v.taken)) {
    return refuse('no-images', 'No view was taken: register that she came but was not screened, with the reason');
  }
  const classes = report.views.map((v) => (v.taken && v.deviations ? imageClass(v.deviations, rules.criteria) : null));
  return ok({
    result: resultOf(report, classes, rules),
    classes,
    quality: examinationClass(classes),
    symptoms: report.interview.symptoms.length > 0,
    implants: report.interview.implants !== 'none',
    mayRecallOnSymptoms: mayRecallOnSymptoms(report.interview, rules.symptomsForRecall),
  });
}

function resultOf(
  report: ExaminationReport,
  classes: readonly (ImageQuality | null)[],
  rules: ExaminationRules,
): ExaminationResult {
  const missing = report.views.flatMap((v) => (v.taken ? [] : [v.missing]));
  const inadequate = classes.includes('I');
  const mendable = inadequate || missing.some((reason) => rules.worthANewTime.includes(reason));
  if (mendable && !report.cannotBeBetter) return 'technical-recall';
  return inadequate || missing.some((reason) => reason !== 'no-breast') ? 'partial' : 'complete';
}

function removedBreastContradiction(
  report: ExaminationReport,
): Result<never, 'breast-removed' | 'not-removed'> | undefined {
  const removed = removedBreasts(report.interview);
  for (const view of report.views) {
    const gone = removed.has(breastOf(view.view));
    // After reconstruction a removed breast is not screened either, so that a taken view is a slip of the side.
    if (view.taken && gone) {
      return refuse('breast-removed', `View ${view.view} is taken, but that breast is reported removed`, {
        view: view.view,
      });
    }
    if (!view.taken && view.missing === 'no-breast' && !gone) {
      const what = `View ${view.view}: "no breast" needs a mastectomy on that side under earlier surgery`;
      return refuse('not-removed', what, { view: view.view });
    }
  }
  return undefined;
}

/** What follows when she came but no image was taken: a new time, or the episode closes as not screened. */
export function afterNotScreened(reason: NotScreenedReason, rules: ExaminationRules): 'new-time' | 'closes' {
  return rules.newTimeAfter.includes(reason) ? 'new-time' : 'closes';
}
