import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionCurve } from './decision-curve.ts';
import { localisation } from './localisation.ts';
import { operatingPoint, thresholdFor } from './operating-points.ts';
import { partialAuc } from './partial-auc.ts';
import { averagePrecision } from './precision-recall.ts';
import { rocCurve } from './roc.ts';
import { weightedShare } from './weighted-share.ts';

/** Eight cases from the highest score: + - + + - - + -. */
const eight = rocCurve({
  scores: Float64Array.of(8, 7, 6, 5, 4, 3, 2, 1),
  positive: Uint8Array.of(1, 0, 1, 1, 0, 0, 1, 0),
});

describe('thresholds', () => {
  it.each([
    [{ by: 'score', value: 5 }, 5],
    [{ by: 'rate', value: 0.5 }, 5],
    [{ by: 'rate', value: 0.55 }, 5],
    [{ by: 'rate', value: 0.5625 }, 5],
    [{ by: 'rate', value: 0.6 }, 4],
    [{ by: 'sensitivity', value: 0.75 }, 5],
    [{ by: 'sensitivity', value: 0.76 }, 2],
    [{ by: 'specificity', value: 0.75 }, 5],
    [{ by: 'specificity', value: 0.74 }, 5],
    [{ by: 'specificity', value: 1 }, 8],
    [{ by: 'specificity', value: 0 }, 1],
  ] as const)('%o is %d', (rule, threshold) => expect(thresholdFor(eight, rule)).toBe(threshold));
  it('count what they select and find', () => {
    const point = operatingPoint(eight, 5);
    expect([point.selected.events, point.sensitivity.events, point.specificity.events, point.ppv?.events]).toEqual([
      4, 3, 3, 3,
    ]);
    expect(operatingPoint(eight, 9)).toMatchObject({ selected: { events: 0 }, ppv: null });
  });
  it('by what they should give do give it, and the next stricter does not', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 3, maxLength: 50 });
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, aim) => {
        fc.pre(drawn.some(([, ill]) => ill) && drawn.some(([, ill]) => !ill));
        const curve = rocCurve({
          scores: Float64Array.from(drawn, ([score]) => score),
          positive: Uint8Array.from(drawn, ([, ill]) => Number(ill)),
        });
        const sensitive = operatingPoint(curve, thresholdFor(curve, { by: 'sensitivity', value: aim }));
        expect(sensitive.sensitivity.value).toBeGreaterThanOrEqual(aim - 1e-9);
        const specific = operatingPoint(curve, thresholdFor(curve, { by: 'specificity', value: aim }));
        expect(specific.specificity.value).toBeGreaterThanOrEqual(aim - 1e-9);
        const all = Array.from(curve.thresholds, (threshold) => operatingPoint(curve, threshold));
        const stricter = all.filter((one) => one.threshold > sensitive.threshold);
        expect(stricter.every((one) => one.sensitivity.value < aim + 1e-9)).toBe(true);
        const nearest = operatingPoint(curve, thresholdFor(curve, { by: 'rate', value: aim })).selected.value;
        for (const one of all)
          expect(Math.abs(nearest - aim)).toBeLessThanOrEqual(Math.abs(one.selected.value - aim) + 1e-9);
      }),
    );
  });
});

describe('areas', () => {
  it('parts of the whole area make the whole', () => {
    const whole = partialAuc(eight, { from: 0, to: 1 });
    const parts = [partialAuc(eight, { from: 0, to: 0.35 }), partialAuc(eight, { from: 0.35, to: 1 })];
    expect(whole.area).toBeCloseTo(11 / 16, 12);
    expect(whole.standardised).toBeCloseTo(11 / 16, 12);
    expect(parts.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(11 / 16, 12);
    const sensitive = [
      partialAuc(eight, { from: 0, to: 0.6, of: 'sensitivity' }),
      partialAuc(eight, { from: 0.6, to: 1, of: 'sensitivity' }),
    ];
    expect(sensitive.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(11 / 16, 12);
  });
  it('average precision by hand', () =>
    expect(averagePrecision(eight)).toBeCloseTo((1 + 2 / 3 + 3 / 4 + 4 / 7) / 4, 12));
});

describe('the decision curve', () => {
  it('is never below recalling all or none, and equals net benefit at the best threshold', () => {
    for (const { netBenefit, all, probability } of decisionCurve(eight, [0.05, 0.2, 0.5, 0.8])) {
      expect(netBenefit).toBeGreaterThanOrEqual(Math.max(0, all) - 1e-12);
      const price = probability / (1 - probability);
      const best = Math.max(
        ...Array.from(eight.truePositives, (tp, i) => (tp - price * (eight.falsePositives[i] ?? 0)) / 8),
      );
      expect(netBenefit).toBeCloseTo(best, 12);
    }
  });
});

describe('weights', () => {
  it('as whole numbers are repeated cases; equal weights change nothing', () => {
    const events = Uint8Array.of(1, 0, 0, 1, 1);
    expect(weightedShare(events, Float64Array.of(1, 2, 3, 1, 1))?.value).toBeCloseTo(3 / 8, 12);
    const equal = weightedShare(events, Float64Array.of(7, 7, 7, 7, 7));
    expect(equal?.value).toBeCloseTo(0.6, 12);
    expect(equal?.variance).toBeCloseTo((0.6 * 0.4) / 4, 12);
    expect(equal?.effective).toBeCloseTo(5, 12);
    expect(weightedShare(events, Float64Array.of(1, 1, 1, 1, 1), { among: new Uint8Array(5) })).toBeUndefined();
  });
});

describe('localisation', () => {
  it('counts cancers by breast, view and place', () => {
    const left = { side: 'left' as const };
    const found = localisation([
      {
        findings: [
          { ...left, view: 'CC' },
          { ...left, view: 'MLO' },
        ],
        marks: [
          { ...left, view: 'CC' },
          { ...left, view: 'MLO' },
        ],
      },
      {
        findings: [{ ...left, view: 'CC', at: { x: 0.5, y: 0.5 } }],
        marks: [{ ...left, view: 'CC', at: { x: 0.55, y: 0.5 } }, { side: 'right' }],
      },
      { findings: [left], marks: [] },
    ]);
    expect(found.breast).toMatchObject({ events: 2, total: 3 });
    expect(found.anyView).toMatchObject({ events: 2, total: 2 });
    expect(found.bothViews).toMatchObject({ events: 1, total: 2 });
    expect(found.wrongBreast).toMatchObject({ events: 1, total: 4 });
    expect(found.within).toMatchObject({ events: 1, total: 1 });
    expect(localisation([]).breast).toBeNull();
  });
});
