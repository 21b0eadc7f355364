/** What the radiographer meets on the day: the interview's answers, the images and their quality. All configuration. */
import { chance, type Random, weighted } from '#core/kernel/random';
import type { Life } from './life.ts';
import { diameterOn } from './tumour.ts';

export const views = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
export type View = (typeof views)[number];
/** Perfect, adequate, inadequate. */
export type ImageQuality = 'P' | 'A' | 'I';

export type TakenImage = { readonly view: View; readonly retakes: number; readonly quality: ImageQuality };

export type RadiographerFindings = {
  readonly outcome: 'screened' | 'partially-screened' | 'attended-not-screened';
  readonly symptoms: boolean;
  readonly implants: boolean;
  readonly hormoneUse: boolean;
  readonly earlierSurgery: boolean;
  readonly images: readonly TakenImage[];
  /** The images cannot be read and must be taken again on another day. */
  readonly technicalRecall: boolean;
};

export const clinicParameters = {
  partial: 0.004,
  notScreened: 0.003,
  symptoms: 0.02,
  symptomsAtTumour: 0.25,
  hormoneUse: 0.12,
  earlierSurgery: 0.05,
  /** Perfect, adequate, inadequate per image. */
  quality: [0.42, 0.56, 0.02],
  retake: 0.02,
  technicalRecall: 0.003,
} as const;

export function radiographerFindings(life: Life, day: number, r: Random): RadiographerFindings {
  const q = clinicParameters;
  const large = life.tumours.some((t) => diameterOn(t, day) > 18);
  const u = r.next();
  const outcome =
    u < q.notScreened ? 'attended-not-screened' : u < q.notScreened + q.partial ? 'partially-screened' : 'screened';
  const symptoms = chance(r, large ? q.symptomsAtTumour : q.symptoms);
  const hormoneUse = chance(r, q.hormoneUse);
  const earlierSurgery = chance(r, q.earlierSurgery);
  const technicalRecall = chance(r, q.technicalRecall) && outcome === 'screened';
  const taken = outcome === 'screened' ? views : outcome === 'partially-screened' ? views.slice(0, 3) : [];
  const images = taken.map((view) => ({
    view,
    retakes: chance(r, q.retake) ? 1 : 0,
    quality: (['P', 'A', 'I'] as const)[weighted(r, q.quality)] ?? 'A',
  }));
  return { outcome, symptoms, implants: life.implants, hormoneUse, earlierSurgery, images, technicalRecall };
}
