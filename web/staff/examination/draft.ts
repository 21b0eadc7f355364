/** What the radiographer has entered so far. Starts as "nothing to report, four images taken", so that only exceptions are touched. */
import { type Interview, nothingToReport, removedBreasts } from '#core/examination/interview';
import {
  breastOf,
  type Deviation,
  type MissingReason,
  type View,
  type ViewReport,
  views,
} from '#core/examination/views';
import type { ArmImages, Modality } from '#core/studies/images';

export type ViewDraft = {
  readonly taken: boolean;
  readonly missing: MissingReason | null;
  readonly retakes: number;
  readonly retakeReasons: Extract<ViewReport, { taken: true }>['retakeReasons'];
  readonly deviations: readonly Deviation[];
};

export type Draft = {
  readonly interview: Interview;
  /** How the images were taken; null = as they were to be. */
  readonly modality: Modality | null;
  readonly views: Readonly<Record<View, ViewDraft>>;
  readonly graded: boolean;
  readonly cannotBeBetter: boolean;
};

const taken: ViewDraft = { taken: true, missing: null, retakes: 0, retakeReasons: [], deviations: [] };

export const emptyDraft: Draft = {
  interview: nothingToReport,
  modality: null,
  views: { RCC: taken, LCC: taken, RMLO: taken, LMLO: taken },
  graded: false,
  cannotBeBetter: false,
};

/** Whether nothing but the grading has been touched. */
export function isNormal(draft: Draft): boolean {
  return JSON.stringify({ ...draft, graded: false }) === JSON.stringify(emptyDraft);
}

/** The images that are to be taken when a study has drawn them, or by the programme; ultrasound beside them is taken elsewhere. */
export function imagesToTake(drawn: ArmImages | null | undefined): Modality {
  return drawn === 'DBT' ? 'DBT' : 'DM';
}

/** A new interview; the views of a breast that is reported removed are missing for that reason, and come back when it is not. */
export function withInterview(draft: Draft, interview: Interview): Draft {
  const removed = removedBreasts(interview);
  const changed = views.map((view): [View, ViewDraft] => {
    const before = draft.views[view];
    if (removed.has(breastOf(view))) return [view, { ...taken, taken: false, missing: 'no-breast' }];
    return [view, before.missing === 'no-breast' ? taken : before];
  });
  return { ...draft, interview, views: Object.fromEntries(changed) as Record<View, ViewDraft> };
}

export function withView(draft: Draft, view: View, change: Partial<ViewDraft>): Draft {
  return { ...draft, views: { ...draft.views, [view]: { ...draft.views[view], ...change } } };
}

/** The four views as they are sent; undefined while a missing view has no reason. */
export function viewReports(draft: Draft): ViewReport[] | undefined {
  const reports = views.map((view): ViewReport | undefined => {
    const { taken, missing, retakes, retakeReasons, deviations } = draft.views[view];
    if (!taken) return missing ? { view, taken, missing } : undefined;
    return {
      view,
      taken,
      retakes,
      retakeReasons,
      deviations: draft.graded || deviations.length > 0 ? [...deviations] : null,
    };
  });
  return reports.includes(undefined) ? undefined : (reports as ViewReport[]);
}
