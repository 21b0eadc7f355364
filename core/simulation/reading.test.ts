import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { aiScore } from './ai-score.ts';
import { type BreastImage, type Images, imagesOf, visibility } from './image.ts';
import { lifeOf, withoutTumours } from './life.ts';
import { consensusDecision, isPositive, readScores, simulatedReader, streamOfReader } from './reading.ts';

const normalBreast: BreastImage = { suspicion: 0, visible: undefined, ai: 0 };
const images = (left: Partial<BreastImage>): Images => ({ left: { ...normalBreast, ...left }, right: normalBreast });
const share = (n: number, happens: (i: number) => boolean): number =>
  Array.from({ length: n }, (_, i) => happens(i)).filter(Boolean).length / n;

describe('images', () => {
  const life = withoutTumours(lifeOf(1, 17, day('1962-02-02')));

  it('of a woman and day are always the same; of another day others', () => {
    expect(imagesOf(life, 20_000)).toEqual(imagesOf(life, 20_000));
    expect(imagesOf(life, 20_000)).not.toEqual(imagesOf(life, 20_730));
  });

  it('a tumour is seen more often the larger it is and the less dense the breast', () => {
    expect(visibility(0, 2)).toBe(0);
    for (let d = 1; d < 40; d++) expect(visibility(d + 1, 2)).toBeGreaterThan(visibility(d, 2));
    for (let density = 1; density < 4; density++)
      expect(visibility(8, density)).toBeGreaterThan(visibility(8, density + 1));
  });
});

describe('readers', () => {
  it('give the same scores to the same images, each reader his own', () => {
    const life = lifeOf(1, 99, day('1962-02-02'));
    const [a, b] = [simulatedReader(1, 'L-C06-1'), simulatedReader(1, 'L-C06-2')];
    const seen = imagesOf(life, 20_000);
    const read = (reader: typeof a) => readScores(seen, reader, streamOfReader(life, 20_000, reader));
    expect(read(a)).toEqual(read(a));
    expect(streamOfReader(life, 20_000, a).next()).not.toBe(streamOfReader(life, 20_000, b).next());
  });

  it('select more the more suspicious the breast, the stricter they are, and without earlier images', () => {
    const strict = { id: 'x', shift: 0.3, key: 1 };
    const usual = { id: 'y', shift: 0, key: 2 };
    const rate = (suspicion: number, reader: typeof usual, hasPriors = true) =>
      share(4000, (i) => isPositive(readScores(images({ suspicion }), reader, random('read', i), hasPriors)));
    expect(rate(1.7, usual)).toBeGreaterThan(rate(1.2, usual));
    expect(rate(1.5, strict)).toBeGreaterThan(rate(1.5, usual));
    expect(rate(1.5, usual, false)).toBeGreaterThan(rate(1.5, usual));
  });
});

describe('consensus', () => {
  const tumour = lifeOf(1, 3, day('1962-02-02')).tumours[0] ?? ({} as never);
  const recalls = (seen: Images, ...left: readonly (1 | 2 | 3 | 4 | 5)[]) => {
    const scores = left.map((score) => ({ left: score, right: 1 as const }));
    return share(3000, (i) => consensusDecision(seen, scores, random('consensus', i)) === 'recall');
  };

  it('never recalls what nobody marked', () => {
    expect(recalls(images({}), 1, 1)).toBe(0);
  });

  it('recalls more of what both marked, and most of what is a visible tumour', () => {
    expect(recalls(images({}), 2, 2)).toBeGreaterThan(recalls(images({}), 1, 2));
    expect(recalls(images({}), 1, 4)).toBeGreaterThan(recalls(images({}), 2, 2));
    expect(recalls(images({ visible: tumour }), 1, 2)).toBeGreaterThan(0.93);
  });
});

describe('AI score', () => {
  it('is the higher breast, between 1.00 and 10.99, and rises with suspicion', () => {
    let last = 0;
    for (let ai = -5; ai <= 8; ai += 0.25) {
      const score = aiScore(images({ ai }));
      expect(score.exam).toBe(Math.max(score.left, score.right));
      expect(score.left).toBeGreaterThanOrEqual(Math.max(1, last));
      expect(score.left).toBeLessThanOrEqual(10.99);
      last = score.left;
    }
  });
});
