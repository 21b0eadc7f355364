/** What pathology and the cancer registry report of a tumour that is diagnosed on a day. */
import { chance, normal, type Random, weighted } from '#core/kernel/random';
import type { LifeParameters } from './parameters.ts';
import { behaviourOn, diameterOn, type Side, type Tumour } from './tumour.ts';

type Answer = 'negative' | 'positive' | 'unknown';

export type Pathology = {
  readonly side: Side;
  readonly behaviour: 'dcis' | 'invasive';
  readonly histology: 'dcis' | 'ductal' | 'lobular' | 'tubular' | 'mucinous' | 'other';
  readonly sizeMm: number;
  readonly grade: 1 | 2 | 3;
  readonly nodes: Answer;
  readonly er: Answer;
  readonly pr: Answer;
  readonly her2: Answer;
  readonly surgery: 'conserving' | 'mastectomy' | 'none';
};

/**
 * Configuration, except that nodes are set so that about 25 % of screen-detected and 44 % of interval cancers are
 * node-positive (Hofvind 2007): faster growth gives higher grade, larger size more nodes and more mastectomy.
 */
export function pathologyOf(tumour: Tumour, day: number, r: Random): Pathology {
  const behaviour = behaviourOn(tumour, day);
  const diameter = Math.max(1, diameterOn(tumour, day));
  const sizeMm = Math.max(1, Math.round(diameter * Math.exp(normal(r, 0, 0.1))));
  const speed = (Math.log(tumour.growth) - 1.18) / 1.26 + 0.8 * normal(r);
  const grade = speed > 0.75 ? 3 : speed > -0.7 ? 2 : 1;
  const invasive = behaviour === 'invasive';
  const positive = invasive && chance(r, Math.min(0.85, 0.06 + 0.017 * diameter + 0.03 * (grade - 2)));
  const er = chance(r, grade === 3 ? 0.7 : 0.94);
  const histology = (['ductal', 'lobular', 'tubular', 'mucinous', 'other'] as const)[
    weighted(r, [0.78, 0.11, grade === 1 ? 0.12 : 0.01, 0.02, 0.04])
  ];
  return {
    side: tumour.side,
    behaviour,
    histology: invasive ? (histology ?? 'ductal') : 'dcis',
    sizeMm,
    grade,
    nodes: positive ? 'positive' : 'negative',
    er: er ? 'positive' : 'negative',
    pr: er && chance(r, 0.8) ? 'positive' : 'negative',
    her2: !invasive ? 'unknown' : chance(r, grade === 3 ? 0.22 : 0.08) ? 'positive' : 'negative',
    surgery: chance(r, 0.03) ? 'none' : chance(r, diameter > 30 ? 0.55 : 0.15) ? 'mastectomy' : 'conserving',
  };
}

/** Day number of death of the cancer, for a cancer diagnosed on `day`; infinite when in situ. */
export function cancerDeath(tumour: Tumour, day: number, r: Random, p: LifeParameters): number {
  const u = r.next();
  if (behaviourOn(tumour, day) === 'dcis' || tumour.kind === 'indolent') return Number.POSITIVE_INFINITY;
  const diameter = diameterOn(tumour, day);
  const rate = p.cancerDeath.find(([upTo]) => diameter <= upTo)?.[1] ?? 0;
  return Math.floor(day + 1 + (365.25 * -Math.log(1 - u)) / rate);
}
