/**
 * A tumour's whole course, fixed when it is drawn: when it begins, how fast it grows, when it stops being in situ, and
 * when it would give symptoms. What screening changes is only when somebody sees it.
 */
import { exponential, normal, type Random } from '#core/kernel/random';
import { diameterAfter, drawGrowth, startDiameter, yearsBetween } from './growth.ts';
import type { LifeParameters } from './parameters.ts';

const DAYS = 365.25;
export type Side = 'left' | 'right';

export type Tumour = {
  readonly kind: 'progressive' | 'indolent';
  readonly side: Side;
  /** Day number on which it is 0.25 mm. */
  readonly beginsOn: number;
  readonly growth: number;
  /** Diameter (mm) it does not pass. */
  readonly largest: number;
  /** Day number from which it is gone; infinite for a progressive tumour. */
  readonly regressedOn: number;
  /** Diameter (mm) at which it becomes invasive; infinite when it stays in situ. */
  readonly invasiveFrom: number;
  /** Day number on which it gives symptoms; infinite when never. */
  readonly symptomsOn: number;
};

/** Diameter in mm on a day (number); 0 before it begins and after it has regressed. */
export function diameterOn(tumour: Tumour, day: number): number {
  if (day < tumour.beginsOn || day >= tumour.regressedOn) return 0;
  return Math.min(tumour.largest, diameterAfter((day - tumour.beginsOn) / DAYS, tumour.growth));
}

export function behaviourOn(tumour: Tumour, day: number): 'dcis' | 'invasive' {
  return diameterOn(tumour, day) >= tumour.invasiveFrom ? 'invasive' : 'dcis';
}

/** A tumour that gives symptoms on a day: its beginning follows from its growth and its size then. */
export function drawProgressive(symptomsOn: number, r: Random, p: LifeParameters): Tumour {
  const growth = drawGrowth(r, p.growth);
  const doublings = normal(r, p.symptomaticDoublings.mean, p.symptomaticDoublings.sd);
  const size = Math.min(110, Math.max(2, startDiameter * 2 ** doublings));
  return {
    kind: 'progressive',
    side: drawSide(r),
    beginsOn: Math.floor(symptomsOn - DAYS * yearsBetween(startDiameter, size, growth)),
    growth,
    largest: Number.POSITIVE_INFINITY,
    regressedOn: Number.POSITIVE_INFINITY,
    invasiveFrom: invasiveDiameter(r.next(), p.inSituShare),
    symptomsOn: Math.floor(symptomsOn),
  };
}

/** A tumour that stops growing and regresses without ever giving symptoms. */
export function drawIndolent(beginsOn: number, r: Random, p: LifeParameters): Tumour {
  const { smallest, largest, meanYears, inSituShare } = p.indolent;
  const growth = drawGrowth(r, p.growth);
  const plateau = smallest + (largest - smallest) * r.next();
  const years = yearsBetween(startDiameter, plateau, growth) + exponential(r, 1 / meanYears);
  return {
    kind: 'indolent',
    side: drawSide(r),
    beginsOn: Math.floor(beginsOn),
    growth,
    largest: plateau,
    regressedOn: Math.floor(beginsOn + DAYS * years),
    invasiveFrom: r.next() < inSituShare ? Number.POSITIVE_INFINITY : 0,
    symptomsOn: Number.POSITIVE_INFINITY,
  };
}

/** Left a little more often than right (about 51 to 49, configuration). */
function drawSide(r: Random): Side {
  return r.next() < 0.51 ? 'left' : 'right';
}

/** The diameter at which a tumour with this uniform draw is no longer in situ: inverse of the share still in situ. */
function invasiveDiameter(u: number, shares: LifeParameters['inSituShare']): number {
  let [d0, s0] = [0, 1];
  for (const [d1, s1] of shares) {
    if (u >= s1) return d0 + ((s0 - u) / (s0 - s1)) * (d1 - d0);
    [d0, s0] = [d1, s1];
  }
  return Number.POSITIVE_INFINITY;
}
