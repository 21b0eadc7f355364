/**
 * What a woman's images show on a day: per breast, how suspicious they look to any reader, whether a tumour can be seen
 * and how clearly, and how they look to an AI product. Drawn once for woman and day, so that every reader, the AI and
 * consensus look at the same images; readers add their own noise (reading.ts).
 *
 * Scale: suspicion of a breast without a tumour is standard normal. Parameters are fitted to the joint distribution of
 * score pairs and AI bins in screen-detected cancers (ECR poster, BreastScreen Norway, n = 5,786) and to consensus 8.8 %,
 * individual selection 5.8 % (Larsen 2022).
 */
import { normal, type Random } from '#core/kernel/random';
import { sensitivity } from './growth.ts';
import { type Life, streamOfDay } from './life.ts';
import { type LifeParameters, lifeParameters } from './parameters.ts';
import { diameterOn, type Side, type Tumour } from './tumour.ts';

export type BreastImage = {
  /** How suspicious it looks, before a reader's own noise. */
  readonly suspicion: number;
  /** A tumour that can be seen in these images. */
  readonly visible: Tumour | undefined;
  /** How suspicious it looks to the AI product. */
  readonly ai: number;
};
export type Images = Readonly<Record<Side, BreastImage>>;

export const imageParameters = {
  /** Share of the variance of a normal breast's reading that all readers share. */
  sharedVariance: 0.82,
  /** Seen tumours are subtle or clear; mean and sd of suspicion in each, and of the AI's. */
  subtleShare: 0.609,
  subtle: { mean: 2.51, sd: 0.19, aiMean: 2.41, aiSd: 0.8, aiShared: 0.67 },
  clear: { mean: 4.88, sd: 0.76, aiMean: 4.24, aiSd: 0.93, aiShared: 0 },
  /** Correlation of the AI with what readers share, in breasts without a visible tumour. */
  aiCorrelation: 0.4,
  /** A tumour that cannot yet be seen: most it adds for readers and AI, and the diameter (mm) that adds half of it. */
  early: { readers: 1.0, ai: 2.6, halfAt: 2.5, scale: 1.2 },
} as const;

/** Mean sensitivity of the density groups, which the size curve stands for. */
const MEAN_DENSITY_SENSITIVITY = 0.666;
const odds = (p: number): number => p / (1 - p);

/** Probability that the tumour can be seen: by size, with density as a factor on the odds (MANC-RISK-SCREEN). */
export function visibility(diameter: number, density: number, p: LifeParameters = lifeParameters): number {
  if (diameter <= 0) return 0;
  const inGroup = p.density[density - 1]?.[1] ?? MEAN_DENSITY_SENSITIVITY;
  const factor = odds(inGroup) / odds(MEAN_DENSITY_SENSITIVITY);
  const o = odds(sensitivity(Math.min(diameter, 60))) * factor;
  return o / (1 + o);
}

export function imagesOf(life: Life, day: number): Images {
  const r = streamOfDay(life, day, 1);
  return { left: breastImage(life, 'left', day, r), right: breastImage(life, 'right', day, r) };
}

function breastImage(life: Life, side: Side, day: number, r: Random): BreastImage {
  const q = imageParameters;
  const shared = normal(r);
  const ownAi = normal(r);
  const seen = r.next();
  const subtle = r.next() < q.subtleShare ? q.subtle : q.clear;
  let suspicion = shared * Math.sqrt(q.sharedVariance);
  let ai = q.aiCorrelation * shared + Math.sqrt(1 - q.aiCorrelation ** 2) * ownAi;
  let visible: Tumour | undefined;
  for (const tumour of life.tumours) {
    if (tumour.side !== side) continue;
    const diameter = diameterOn(tumour, day);
    if (diameter === 0) continue;
    if (seen < visibility(diameter, life.density)) {
      visible = tumour;
      suspicion = subtle.mean + subtle.sd * shared;
      ai = subtle.aiMean + subtle.aiSd * (subtle.aiShared * shared + Math.sqrt(1 - subtle.aiShared ** 2) * ownAi);
    } else {
      const lift = 1 / (1 + Math.exp(-(diameter - q.early.halfAt) / q.early.scale));
      suspicion += q.early.readers * lift;
      ai += q.early.ai * lift;
    }
  }
  return { suspicion, visible, ai };
}
