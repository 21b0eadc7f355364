import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawReview } from './draw-review.ts';

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 });
const input = fc.tuple(ids, fc.integer({ min: 0, max: 3 }), fc.integer()).map(([all, perCancer, seed]) => {
  const cases = all.map((caseId) => ({ caseId }));
  const few = cases.slice(0, Math.ceil(cases.length / 4));
  return { cancers: few.map((one, i) => ({ case: one, cancerId: `cancer ${i}` })), normal: cases, perCancer, seed };
});

it('draws each cancer once and different normal controls, as many as asked or there are', () => {
  fc.assert(
    fc.property(input, ({ cancers, normal, ...options }) => {
      const drawn = drawReview(cancers, normal, options);
      expect(new Set(drawn.map((d) => d.case.caseId)).size).toBe(drawn.length);
      expect(drawn.filter((d) => d.cancerId !== null).length).toBe(cancers.length);
      const free = normal.length - cancers.length;
      expect(drawn.length - cancers.length).toBe(Math.min(free, options.perCancer * cancers.length));
    }),
  );
});

it('draws the same from the same, in whatever order the cases come', () => {
  fc.assert(
    fc.property(input, ({ cancers, normal, ...options }) => {
      expect(drawReview([...cancers].reverse(), [...normal].reverse(), options)).toEqual(
        drawReview(cancers, normal, options),
      );
    }),
  );
});

it('puts a cancer first as often as its share of the set', () => {
  const normal = Array.from({ length: 60 }, (_, i) => ({ caseId: `n${i}` }));
  const cancers = Array.from({ length: 10 }, (_, i) => ({ case: { caseId: `c${i}` }, cancerId: String(i) }));
  const firsts = Array.from({ length: 600 }, (_, seed) => drawReview(cancers, normal, { perCancer: 2, seed })[0]);
  const share = firsts.filter((one) => one?.cancerId !== null).length / firsts.length;
  expect(share).toBeGreaterThan(1 / 3 - 0.08);
  expect(share).toBeLessThan(1 / 3 + 0.08);
});
