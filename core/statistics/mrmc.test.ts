/** Readers and cases: what must hold for any study. The example of iMRMC is in programmes/published/imrmc.ts. */
import { describe, expect, it } from 'vitest';
import { imrmcExample } from '#programmes/published/imrmc';
import { auc } from './delong.ts';
import { compareModalities, type Modality } from './mrmc.ts';

const [a, b] = [imrmcExample('A'), imrmcExample('B')];

describe('readers and cases', () => {
  it('with readers who all read alike is the variance of DeLong: only the cases are left to vary', () => {
    const [scores] = a.values();
    if (!scores) throw new Error('no reader');
    const one: Modality = new Map(['x', 'y', 'z'].map((name) => [name, scores]));
    const { first } = compareModalities(one, one);
    const delong = auc({
      scores: Float64Array.of(...scores.negatives, ...scores.positives),
      positive: Uint8Array.of(...scores.negatives.map(() => 0), ...scores.positives.map(() => 1)),
    });
    expect(first.auc).toBeCloseTo(delong.auc, 12);
    // The U-statistic takes out what pairs of the same cases share; DeLong leaves it in: of the order of 1 / (40 * 40).
    expect(first.variance / delong.variance).toBeGreaterThan(0.9);
    expect(first.variance / delong.variance).toBeLessThan(1.1);
  });
  it('turns the difference round with the methods, and finds none between a method and itself', () => {
    const [ab, ba, aa] = [compareModalities(a, b), compareModalities(b, a), compareModalities(a, a)];
    expect(ba.difference.value).toBeCloseTo(-ab.difference.value, 12);
    expect(ba.difference.variance).toBeCloseTo(ab.difference.variance, 12);
    expect(ba.difference.p).toBeCloseTo(ab.difference.p, 12);
    expect(aa.difference.value).toBe(0);
    expect(aa.difference.variance).toBeCloseTo(0, 12);
  });
  it('takes readers who did not read every case', () => {
    const gaps: Modality = new Map(
      [...a].map(([name, { negatives, positives }], r) => [
        name,
        { negatives: negatives.map((score, i) => (i % 5 === r ? Number.NaN : score)), positives },
      ]),
    );
    const { first } = compareModalities(gaps, gaps);
    expect(first.auc).toBeGreaterThan(0.6);
    expect(first.variance).toBeGreaterThan(0);
  });
});
