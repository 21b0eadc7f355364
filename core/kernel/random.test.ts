import { describe, expect, it } from 'vitest';
import { chance, exponential, integer, normal, random, randomOf, weighted } from './random.ts';

const N = 40_000;

function sample(draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  return { mean: sum / N, variance: squares / N - (sum / N) ** 2 };
}

describe('streams', () => {
  it('repeat for the same key and differ for another', () => {
    const draws = (...key: (string | number)[]) => {
      const r = random(...key);
      return [r.next(), r.next(), r.next()];
    };
    expect(draws('woman', 17)).toEqual(draws('woman', 17));
    expect(draws('woman', 17)).not.toEqual(draws('woman', 18));
    expect(draws('a', 'bc')).not.toEqual(draws('ab', 'c'));
  });
  it('of neighbouring whole-number keys are uncorrelated and uniform', () => {
    let sum = 0;
    let product = 0;
    for (let i = 0; i < N; i++) {
      const x = randomOf(1, i, 3).next();
      sum += x;
      product += (x - 0.5) * (randomOf(1, i + 1, 3).next() - 0.5);
    }
    expect(Math.abs(sum / N - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(product / N) * 12).toBeLessThan(0.03);
  });
});

describe('distributions', () => {
  it('uniform: mean 1/2, variance 1/12', () => {
    const r = random('uniform');
    const { mean, variance } = sample(r.next);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });
  it('normal: mean and standard deviation as asked', () => {
    const r = random('normal');
    const { mean, variance } = sample(() => normal(r, 3, 2));
    expect(Math.abs(mean - 3)).toBeLessThan(0.04);
    expect(Math.abs(variance - 4)).toBeLessThan(0.12);
  });
  it('exponential: mean 1/rate', () => {
    const r = random('exponential');
    expect(Math.abs(sample(() => exponential(r, 4)).mean - 0.25)).toBeLessThan(0.01);
  });
  it('chance and integer keep their bounds', () => {
    const r = random('bounds');
    let hits = 0;
    for (let i = 0; i < N; i++) {
      const n = integer(r, 3, 7);
      expect(n >= 3 && n <= 7).toBe(true);
      if (chance(r, 0.3)) hits++;
    }
    expect(Math.abs(hits / N - 0.3)).toBeLessThan(0.01);
  });
  it('weighted: shares as weights', () => {
    const r = random('weights');
    const counts = [0, 0, 0];
    for (let i = 0; i < N; i++) {
      const index = weighted(r, [1, 0, 3]);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect(Math.abs((counts[2] ?? 0) / N - 0.75)).toBeLessThan(0.01);
  });
});
