import { describe, expect, it } from 'vitest';
import { type AiProduct, answerSchema, checkAnswer } from './answer.ts';

const product: AiProduct = {
  product: 'P',
  version: '1',
  scaleMin: 1,
  scaleMax: 10,
  higherIs: 'suspicious',
  gives: ['examination', 'breast', 'view', 'marks'],
};
const refusal = (answer: unknown) => {
  const checked = checkAnswer(answerSchema.parse(answer), product);
  return checked.ok
    ? undefined
    : [checked.refusal.code, checked.refusal.details?.where, checked.refusal.details?.expected];
};

describe('an answer', () => {
  it('is taken when every score lies on the scale', () => {
    const mark = {
      view: 'RCC',
      kind: 'mass',
      x: 0.4,
      y: 0.5,
      box: { x: 0.3, y: 0.4, width: 0.2, height: 0.2 },
      score: 55,
    };
    expect(refusal({ score: 10, left: 1, right: 10, views: { RCC: 10, LCC: 1 }, marks: [mark] })).toBeUndefined();
  });
  it('is refused for a score outside the scale: of the examination, a breast or a view', () => {
    expect(refusal({ score: 10.1 })).toEqual(['invalid-score', 'score', '1 to 10']);
    expect(refusal({ score: 2, left: 0 })).toEqual(['invalid-score', 'left', '1 to 10']);
    expect(refusal({ score: 2, views: { LMLO: 11 } })).toEqual(['invalid-score', 'LMLO', '1 to 10']);
  });
  it('is refused for what the version does not give', () => {
    expect(refusal({ score: 2, risk: 1.6 })).toEqual(['invalid-item', 'risk', 'examination, breast, view, marks']);
  });
  it('has marks within the image only', () => {
    const mark = (more: object) => ({ score: 2, marks: [{ view: 'RCC', kind: 'mass', x: 0.5, y: 0.5, ...more }] });
    expect(answerSchema.safeParse(mark({ x: 1.2 })).success).toBe(false);
    expect(answerSchema.safeParse(mark({ box: { x: 0.9, y: 0, width: 0.2, height: 0.1 } })).success).toBe(false);
    expect(
      answerSchema.safeParse(
        mark({
          polygon: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        }),
      ).success,
    ).toBe(true);
    expect(
      answerSchema.safeParse(
        mark({
          polygon: [
            [0, 0],
            [1, 0],
          ],
        }),
      ).success,
    ).toBe(false);
  });
});
