/**
 * What the radiographer has entered so far. Starts as "nothing to report, four images taken", so that only exceptions are
 * touched. Of an exception nothing is chosen for her: what she has not answered is null, and the report waits for it.
 */
import { type Interview, nothingToReport, removedBreasts } from '#core/examination/interview';
import type { ExaminationReport } from '#core/examination/result';
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

/** A row of the interview whose kind and side are not answered yet. */
type Begun<Row extends { kind: unknown; side: unknown }> = Omit<Row, 'kind' | 'side'> & {
  readonly kind: Row['kind'] | null;
  readonly side: Row['side'] | null;
};
type Symptom = Interview['symptoms'][number];
type Surgery = Interview['earlierSurgery'][number];
export type SymptomDraft = Begun<Symptom>;
export type SurgeryDraft = Begun<Surgery>;
export type InterviewDraft = Omit<Interview, 'symptoms' | 'earlierSurgery'> & {
  readonly symptoms: readonly SymptomDraft[];
  readonly earlierSurgery: readonly SurgeryDraft[];
};

export type Draft = {
  readonly interview: InterviewDraft;
  /** How the images were taken; null = as they were to be. */
  readonly modality: Modality | null;
  readonly views: Readonly<Record<View, ViewDraft>>;
  readonly graded: boolean;
  readonly cannotBeBetter: boolean;
};

/** A part of the form with something begun and not answered. */
export type Gap = 'symptoms' | 'surgery' | View;

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

const isSymptom = (row: SymptomDraft): row is Symptom => row.kind !== null && row.side !== null;
const isSurgery = (row: SurgeryDraft): row is Surgery => row.kind !== null && row.side !== null;

/** The interview with the rows that are answered. */
export function answered(interview: InterviewDraft): Interview {
  const { symptoms, earlierSurgery } = interview;
  return { ...interview, symptoms: symptoms.filter(isSymptom), earlierSurgery: earlierSurgery.filter(isSurgery) };
}

/** A new interview; the views of a breast that is reported removed are missing for that reason, and come back when it is not. */
export function withInterview(draft: Draft, interview: InterviewDraft): Draft {
  const removed = removedBreasts(answered(interview));
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

/** What still lacks an answer, in the order of the page. */
export function gapsOf(draft: Draft): readonly Gap[] {
  const { symptoms, earlierSurgery } = draft.interview;
  return [
    ...(symptoms.every(isSymptom) ? [] : (['symptoms'] as const)),
    ...(earlierSurgery.every(isSurgery) ? [] : (['surgery'] as const)),
    ...views.filter((view) => !viewReport(draft, view)),
  ];
}

/** The report as it is sent; undefined while something lacks its answer. */
export function reportOf(draft: Draft): (ExaminationReport & { readonly views: ViewReport[] }) | undefined {
  if (gapsOf(draft).length > 0) return undefined;
  return {
    interview: answered(draft.interview),
    views: views.flatMap((view) => viewReport(draft, view) ?? []),
    cannotBeBetter: draft.cannotBeBetter,
  };
}

/** One view as it is sent; undefined while it is not said why it is missing or was taken again. */
function viewReport({ views: drafts, graded }: Draft, view: View): ViewReport | undefined {
  const { taken, missing, retakes, retakeReasons, deviations } = drafts[view];
  if (!taken) return missing ? { view, taken, missing } : undefined;
  if (retakes > 0 && retakeReasons.length === 0) return undefined;
  return { view, taken, retakes, retakeReasons, deviations: graded || deviations.length > 0 ? [...deviations] : null };
}
