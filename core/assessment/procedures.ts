/**
 * What is done at assessment and what it shows. A needle leaves the result open until pathology has answered; malignancy
 * is never concluded without pathology. State of the episode follows from the result (core/invitation/episode.ts).
 */
import type { EpisodeHappening } from '#core/invitation/episode';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { assessmentProcedures } from '#core/registry/delivery';

export type Procedure = (typeof assessmentProcedures)[number];
export const assessmentResults = ['negative', 'benign', 'malignant', 'awaiting-pathology'] as const;
export type AssessmentResult = (typeof assessmentResults)[number];
export const pathologyConclusions = ['benign', 'dcis', 'invasive', 'insufficient'] as const;
export type PathologyConclusion = (typeof pathologyConclusions)[number];

/** Procedures that give pathology something to answer. */
export const biopsies: readonly Procedure[] = ['needle-biopsy', 'vacuum-biopsy'];

export const takesTissue = (procedures: readonly Procedure[]): boolean => procedures.some((p) => biopsies.includes(p));

/**
 * The result of the assessment day. With a biopsy it awaits pathology; without one it is negative, or benign on imaging.
 * Refuses an assessment without procedures and a result that the procedures cannot carry.
 */
export function assessmentDayResult(
  procedures: readonly Procedure[],
  imaging: 'negative' | 'benign' | 'biopsied',
): Result<Exclude<AssessmentResult, 'malignant'>, 'nothing-done' | 'biopsy-awaits-pathology' | 'no-biopsy'> {
  if (procedures.length === 0) return refuse('nothing-done', 'Expected at least one procedure');
  if (takesTissue(procedures)) {
    return imaging === 'biopsied'
      ? ok('awaiting-pathology')
      : refuse('biopsy-awaits-pathology', 'A biopsy was taken, so that the result awaits pathology');
  }
  return imaging === 'biopsied'
    ? refuse('no-biopsy', 'The result awaits pathology, but no biopsy is among the procedures')
    : ok(imaging);
}

/**
 * The result when pathology has answered: any malignant answer decides, then any benign one; tissue that was
 * insufficient decides nothing, so that the result stays awaited (a new biopsy, or more views).
 */
export function resultAfterPathology(answers: readonly PathologyConclusion[]): Exclude<AssessmentResult, 'negative'> {
  if (answers.some((a) => a === 'dcis' || a === 'invasive')) return 'malignant';
  return answers.includes('benign') ? 'benign' : 'awaiting-pathology';
}

/** What a result lets happen to the episode; null while pathology is awaited. */
export function happeningAfter(result: AssessmentResult): EpisodeHappening | null {
  if (result === 'awaiting-pathology') return null;
  return result === 'malignant' ? 'assessed-malignant' : 'assessed-negative';
}
