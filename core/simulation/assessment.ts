/** What assessment finds in a woman who is recalled. */
import { chance, type Random } from '#core/kernel/random';
import type { Images } from './image.ts';
import type { Life } from './life.ts';
import { diameterOn, type Tumour } from './tumour.ts';

export type Procedure =
  | 'extra-views'
  | 'tomosynthesis'
  | 'ultrasound'
  | 'needle-biopsy'
  | 'vacuum-biopsy'
  | 'mri'
  | 'clinical';

export type AssessmentResult = {
  readonly result: 'negative' | 'benign' | 'malignant';
  readonly procedures: readonly Procedure[];
  readonly tumour: Tumour | undefined;
};

export const assessmentParameters = {
  /** Probability that assessment finds a tumour that the images showed, and one that they did not (from 5 mm). */
  findsVisible: 0.985,
  findsOther: 0.4,
  smallestOther: 5,
  /** 12,476 of 42,426 false positives had an invasive procedure (Norway 1996-2007). */
  biopsyWithoutCancer: 12_476 / 42_426,
} as const;

export function assessmentResult(life: Life, images: Images, day: number, r: Random): AssessmentResult {
  const q = assessmentParameters;
  const seen = r.next();
  const tumour =
    seen < q.findsVisible
      ? (images.left.visible ?? images.right.visible ?? (seen < q.findsOther ? other(life, day) : undefined))
      : undefined;
  const biopsy = tumour !== undefined || chance(r, q.biopsyWithoutCancer);
  const procedures: Procedure[] = [];
  if (chance(r, 0.75)) procedures.push('extra-views');
  if (chance(r, 0.55)) procedures.push('tomosynthesis');
  if (chance(r, 0.93) || biopsy) procedures.push('ultrasound');
  if (biopsy) procedures.push(chance(r, 0.85) ? 'needle-biopsy' : 'vacuum-biopsy');
  if (tumour && chance(r, 0.15)) procedures.push('mri');
  if (chance(r, 0.5)) procedures.push('clinical');
  return { result: tumour ? 'malignant' : biopsy ? 'benign' : 'negative', procedures, tumour };
}

function other(life: Life, day: number): Tumour | undefined {
  return life.tumours.find((t) => diameterOn(t, day) >= assessmentParameters.smallestOther);
}
