/**
 * The four views, or why one was not taken, and the radiographer's own grading of each image (PAI: perfect, adequate,
 * inadequate). Criteria and points are data of the programme; this file only counts.
 */
import { z } from 'zod';
import { ok, type Result, refuse } from '#core/kernel/result';

export const views = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
export type View = (typeof views)[number];
export type Projection = 'CC' | 'MLO';

export const missingReasons = [
  'no-breast',
  'declined',
  'pain',
  'cannot-be-positioned',
  'implant',
  'equipment-failure',
  'time',
] as const;
export type MissingReason = (typeof missingReasons)[number];

export const retakeReasons = ['positioning', 'movement', 'exposure', 'artefact', 'equipment'] as const;

export type Deviation = { readonly criterion: string; readonly degree: 'minor' | 'not-met' };
export type ImageQuality = 'P' | 'A' | 'I';

export type QualityCriterion = {
  readonly id: string;
  readonly projections: readonly Projection[];
  /** When it is not met the image is inadequate: tissue is missing, or it cannot be told whose or which it is. */
  readonly decisive: boolean;
  /** Points when met and at a minor deviation; not met gives none. */
  readonly points: { readonly met: number; readonly minor: number };
  readonly source: string;
};

const deviation = z.strictObject({ criterion: z.string().max(40), degree: z.enum(['minor', 'not-met']) });

/** One view as the radiographer reports it. `deviations: null` = the image has not been graded. */
export const viewReport = z.discriminatedUnion('taken', [
  z.strictObject({
    view: z.enum(views),
    taken: z.literal(true),
    retakes: z.number().int().min(0).max(9).default(0),
    retakeReasons: z.array(z.enum(retakeReasons)).default([]),
    deviations: z.array(deviation).nullable().default(null),
  }),
  z.strictObject({ view: z.enum(views), taken: z.literal(false), missing: z.enum(missingReasons) }),
]);
export type ViewReport = z.output<typeof viewReport>;

export const projectionOf = (view: View): Projection => (view.endsWith('MLO') ? 'MLO' : 'CC');
export const breastOf = (view: View): 'left' | 'right' => (view.startsWith('L') ? 'left' : 'right');

/** Four views taken without retakes; graded perfect, or not graded. */
export function allTaken(deviations: readonly Deviation[] | null = null): ViewReport[] {
  return views.map((view) => ({
    view,
    taken: true,
    retakes: 0,
    retakeReasons: [],
    deviations: deviations && [...deviations],
  }));
}

/** Each of the four views exactly once, and only criteria that belong to the view. */
export function checkViews(
  reports: readonly ViewReport[],
  criteria: readonly QualityCriterion[],
): Result<readonly ViewReport[], 'views-incomplete' | 'unknown-criterion'> {
  for (const view of views) {
    const count = reports.filter((r) => r.view === view).length;
    if (count !== 1) return refuse('views-incomplete', `View ${view}: expected one report, got ${count}`, { view });
  }
  for (const report of reports) {
    const unknown = deviationsOf(report).find((d) => !criterionFor(criteria, report.view, d.criterion));
    if (unknown) {
      const what = `View ${report.view}: "${unknown.criterion}" is not a criterion of this view`;
      return refuse('unknown-criterion', what, { view: report.view, criterion: unknown.criterion });
    }
  }
  return ok(reports);
}

/**
 * PAI class of an image: a decisive criterion not met is inadequate, everything met is perfect, all else adequate.
 * The model is ours; the criteria follow PGMI (see the programme's list). Weights of the 2025 revision are not published.
 */
export function imageClass(deviations: readonly Deviation[], criteria: readonly QualityCriterion[]): ImageQuality {
  const decisive = (id: string) => criteria.some((c) => c.id === id && c.decisive);
  if (deviations.some((d) => d.degree === 'not-met' && decisive(d.criterion))) return 'I';
  return deviations.length === 0 ? 'P' : 'A';
}

/** Points of an image and the most it could have had. */
export function imagePoints(
  view: View,
  deviations: readonly Deviation[],
  criteria: readonly QualityCriterion[],
): { readonly points: number; readonly of: number } {
  let points = 0;
  let of = 0;
  for (const criterion of criteria) {
    if (!criterion.projections.includes(projectionOf(view))) continue;
    const deviation = deviations.find((d) => d.criterion === criterion.id);
    of += criterion.points.met;
    if (!deviation) points += criterion.points.met;
    else if (deviation.degree === 'minor') points += criterion.points.minor;
  }
  return { points, of };
}

const badness: Readonly<Record<ImageQuality, number>> = { P: 0, A: 1, I: 2 };

/** Class of an examination: that of its worst image; null when no image is graded. */
export function examinationClass(images: readonly (ImageQuality | null)[]): ImageQuality | null {
  let worst: ImageQuality | null = null;
  for (const image of images) {
    if (image !== null && (worst === null || badness[image] > badness[worst])) worst = image;
  }
  return worst;
}

export function deviationsOf(report: ViewReport): readonly Deviation[] {
  return report.taken ? (report.deviations ?? []) : [];
}

function criterionFor(criteria: readonly QualityCriterion[], view: View, id: string): QualityCriterion | undefined {
  return criteria.find((c) => c.id === id && c.projections.includes(projectionOf(view)));
}
