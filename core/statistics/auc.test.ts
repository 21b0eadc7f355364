/** The area under the curve against its definition, and against itself: published numbers are in programmes/published/proc.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal, random } from '#core/kernel/random';
import { bootstrapAuc } from './bootstrap-auc.ts';
import { auc, compareAuc } from './delong.ts';
import { placements } from './placements.ts';
import { indexAt, rocCurve, rocPoint, thinned } from './roc.ts';
import { ascending, type ScoreSet, scoreSet } from './score-set.ts';

/** Scores on a coarse scale, so that many tie; some with the outcome and some without. */
const sets: fc.Arbitrary<ScoreSet> = fc
  .array(
    fc.record({ score: fc.integer({ min: -4, max: 9 }), ill: fc.boolean(), weight: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 4,
      maxLength: 60,
    },
  )
  .filter((cases) => cases.some(({ ill }) => ill) && cases.some(({ ill }) => !ill))
  .map((cases) => ({
    scores: Float64Array.from(cases, ({ score }) => score / 2),
    positive: Uint8Array.from(cases, ({ ill }) => (ill ? 1 : 0)),
    weights: Float64Array.from(cases, ({ weight }) => weight),
  }));
const plain = ({ scores, positive }: ScoreSet): ScoreSet => ({ scores, positive });

/** Every pair of a positive and a negative case, compared. */
function byDefinition({ scores, positive, weights }: ScoreSet): number {
  let [right, pairs] = [0, 0];
  for (const [i, a] of scores.entries())
    for (const [j, b] of scores.entries()) {
      if (positive[i] !== 1 || positive[j] !== 0) continue;
      const weight = (weights?.[i] ?? 1) * (weights?.[j] ?? 1);
      right += weight * (a > b ? 1 : a === b ? 0.5 : 0);
      pairs += weight;
    }
  return right / pairs;
}

describe('AUC', () => {
  it('is the share of pairs that are placed rightly, with weights too', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(auc(plain(set)).auc).toBeCloseTo(byDefinition(plain(set)), 12);
        expect(auc(set).auc).toBeCloseTo(byDefinition(set), 12);
      }),
    );
  });
  it('is the area under the curve, which never falls', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const curve = rocCurve(set);
        let area = 0;
        for (let i = 1; i < curve.thresholds.length; i++) {
          const [a, b] = [rocPoint(curve, i - 1), rocPoint(curve, i)];
          expect(b.sensitivity).toBeGreaterThanOrEqual(a.sensitivity);
          area += ((a.sensitivity + b.sensitivity) / 2) * (a.specificity - b.specificity);
        }
        expect(area).toBeCloseTo(auc(set).auc, 10);
        expect(thinned(curve).at(-1)).toEqual({ ...rocPoint(curve, curve.thresholds.length - 1) });
      }),
    );
  });
  it('turns round when the score does, and a monotone change of scale changes nothing', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const one = auc(plain(set));
        const turned = auc({ ...plain(set), scores: set.scores.map((score) => -score) });
        const stretched = auc({ ...plain(set), scores: set.scores.map((score) => Math.exp(score) + score) });
        expect(turned.auc).toBeCloseTo(1 - one.auc, 12);
        expect(turned.variance).toBeCloseTo(one.variance, 12);
        expect(stretched).toEqual(one);
      }),
    );
  });
  it('of a woman for each case is that without women; a woman told twice gives no more certainty', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const n = set.scores.length;
        const single = auc({ ...plain(set), clusters: Int32Array.from({ length: n }, (_, i) => i) });
        const twice = auc({
          scores: Float64Array.of(...set.scores, ...set.scores),
          positive: Uint8Array.of(...set.positive, ...set.positive),
          clusters: Int32Array.from({ length: 2 * n }, (_, i) => i % n),
        });
        expect(twice.auc).toBeCloseTo(single.auc, 12);
        expect(twice.variance).toBeCloseTo(single.variance, 12);
      }),
    );
  });
  it('compared with itself does not differ', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const { difference, z } = compareAuc(plain(set), set.scores);
        expect(difference.value).toBe(0);
        expect(z).toBe(0);
      }),
    );
  });
  it('placements of the groups have the same mean', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const { shares, auc: mean } = placements(plain(set));
        for (const outcome of [0, 1]) {
          const group = [...shares].filter((_, i) => set.positive[i] === outcome);
          expect(group.reduce((sum, one) => sum + one, 0) / group.length).toBeCloseTo(mean, 12);
        }
      }),
    );
  });
});

describe('scores', () => {
  it('are put in order as the numbers they are, infinities and zeros too', () => {
    const any = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(any, (values) => {
        const scores = Float64Array.from(values);
        const ordered = [...ascending(scores)].map((i) => (scores[i] as number) + 0);
        expect(ordered).toEqual([...scores].map((one) => one + 0).sort((a, b) => a - b));
      }),
    );
  });
  it('without an outcome, or with one that is not a number, are refused', () => {
    const set = { scores: Float64Array.of(1, 2), positive: Uint8Array.of(1, 1) };
    expect(scoreSet(set)).toMatchObject({ ok: false, refusal: { code: 'one-outcome' } });
    expect(scoreSet({ scores: Float64Array.of(1, Number.NaN), positive: Uint8Array.of(0, 1) })).toMatchObject({
      refusal: { code: 'not-a-number', details: { case: 2 } },
    });
    expect(scoreSet({ ...set, positive: Uint8Array.of(1) })).toMatchObject({ refusal: { code: 'different-lengths' } });
  });
  it('at a threshold are counted from that threshold up', () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: -10, max: 20 }), (set, threshold) => {
        const curve = rocCurve(plain(set));
        const index = indexAt(curve, threshold / 2);
        const found = [...set.scores].filter((score, i) => set.positive[i] === 1 && score >= threshold / 2);
        expect(curve.truePositives[index]).toBe(found.length);
      }),
    );
  });
});

describe('the bootstrap by woman', () => {
  /** Women with one to five examinations whose scores go together, some of which found cancer. */
  const r = random('bootstrap');
  const rows: { woman: number; score: number; other: number; ill: number }[] = [];
  for (let woman = 0; woman < 4000; woman++) {
    const own = normal(r);
    for (let k = 0; k <= woman % 5; k++) {
      const ill = r.next() < 0.02 ? 1 : 0;
      rows.push({ woman, score: own + normal(r) + 1.5 * ill, other: own + 2 * normal(r) + ill, ill });
    }
  }
  const set: ScoreSet = {
    scores: Float64Array.from(rows, ({ score }) => score),
    positive: Uint8Array.from(rows, ({ ill }) => ill),
    clusters: Int32Array.from(rows, ({ woman }) => woman),
  };
  const others = Float64Array.from(rows, ({ other }) => other);

  it.each(['exact', 'binned'] as const)(
    '%s: spreads as the clustered variance says, and is the same with the same seed',
    (how) => {
      const draw = () => bootstrapAuc(set, random('seed'), { others, how, replicates: 600 });
      const { first, difference } = draw();
      const analytic = compareAuc(set, others);
      expect(first.value).toBe(analytic.first.auc);
      expect(first.standardError / Math.sqrt(analytic.first.variance)).toBeCloseTo(1, 0);
      expect(Math.abs(first.standardError / Math.sqrt(analytic.first.variance) - 1)).toBeLessThan(0.12);
      expect(Math.abs((difference?.standardError ?? 0) / Math.sqrt(analytic.difference.variance) - 1)).toBeLessThan(
        0.12,
      );
      expect(first.bca.lower).toBeLessThan(first.value);
      expect(first.bca.upper).toBeGreaterThan(first.value);
      expect(draw()).toEqual({ ...draw() });
    },
  );
});
