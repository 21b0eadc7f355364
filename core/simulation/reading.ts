/** Simulated readers: each scores each breast 1-5 from the same images, with an own threshold and own noise. */
import { normal, type Random, random, randomOf } from '#core/kernel/random';
import { type BreastImage, type Images, imageParameters } from './image.ts';
import type { Life } from './life.ts';

export type Score = 1 | 2 | 3 | 4 | 5;
export type BreastScores = { readonly left: Score; readonly right: Score };

export type SimulatedReader = {
  readonly id: string;
  /** Added to each breast's suspicion: above 0 the reader selects more than others. */
  readonly shift: number;
  readonly key: number;
};

export const readingParameters = {
  /** Suspicion from which a breast scores 2, 3, 4, 5. */
  thresholds: [2, 2.9, 4, 5.2],
  /** Own noise of a reader where a tumour can be seen. */
  noiseAtTumour: 0.85,
  readerSd: 0.12,
  /** Added to a reader's suspicion when there are no earlier images: recall is 4.6 % at first screening, 2.6 % later. */
  withoutPriors: 0.17,
  /** Probability of recall at consensus, by what the two readers scored and whether there is a visible tumour. */
  recall: {
    tumour: { single: 0.96, both: 0.985, three: 0.99 },
    none: { single: 0.24, both: 0.44, three: 0.7 },
  },
} as const;

/** A reader's own threshold, always the same for the same id. */
export function simulatedReader(seed: number, id: string): SimulatedReader {
  const r = random('reader', seed, id);
  return { id, shift: normal(r, 0, readingParameters.readerSd), key: Math.floor(r.next() * 2 ** 31) };
}

/** The stream for one reader's look at one woman's images of a day. */
export function streamOfReader(life: Life, day: number, reader: SimulatedReader): Random {
  return randomOf(life.seed ^ reader.key, life.index, day + 40_000);
}

/** One reader's scores. `hasPriors`: earlier images lie beside these. */
export function readScores(images: Images, reader: SimulatedReader, r: Random, hasPriors = true): BreastScores {
  const shift = reader.shift + (hasPriors ? 0 : readingParameters.withoutPriors);
  const left = scoreBreast(images.left, shift, r);
  return { left, right: scoreBreast(images.right, shift, r) };
}

function scoreBreast(image: BreastImage, shift: number, r: Random): Score {
  const sd = image.visible ? readingParameters.noiseAtTumour : Math.sqrt(1 - imageParameters.sharedVariance);
  const value = image.suspicion + shift + sd * normal(r);
  let score = 1;
  for (const threshold of readingParameters.thresholds) if (value > threshold) score++;
  return score as Score;
}

/** True when either breast has 2 or more. */
export function isPositive(scores: BreastScores): boolean {
  return scores.left >= 2 || scores.right >= 2;
}

export type ConsensusDecision = 'recall' | 'dismiss';

/**
 * What consensus decides of a case that two readers have scored: each breast that either reader marked is weighed by
 * whether one or both marked it and how strongly. Rates from Hovda 2024 (recall of breasts with highest score 2 and 3+).
 */
export function consensusDecision(images: Images, scores: readonly BreastScores[], r: Random): ConsensusDecision {
  let recall = false;
  for (const side of ['left', 'right'] as const) {
    const u = r.next();
    const marks = scores.map((s) => s[side]).filter((s) => s >= 2);
    if (marks.length === 0) continue;
    const rates = readingParameters.recall[images[side].visible ? 'tumour' : 'none'];
    const rate = Math.max(...marks) >= 3 ? rates.three : marks.length >= 2 ? rates.both : rates.single;
    if (u < rate) recall = true;
  }
  return recall ? 'recall' : 'dismiss';
}
