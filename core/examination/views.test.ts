import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examinationRules } from '#programmes/breast-no/examination';
import { type Deviation, examinationClass, imageClass, imagePoints } from './views.ts';

const { criteria } = examinationRules;
const deviations = fc.uniqueArray(
  fc.record({
    criterion: fc.constantFrom(...criteria.map((c) => c.id)),
    degree: fc.constantFrom('minor' as const, 'not-met' as const),
  }),
  { selector: (d) => d.criterion, maxLength: 6 },
);
const rank = { P: 0, A: 1, I: 2 };

describe('PAI', () => {
  it('is perfect without deviations, inadequate when tissue or identification is not met, else adequate', () => {
    const only = (criterion: string, degree: Deviation['degree']) => imageClass([{ criterion, degree }], criteria);
    expect(imageClass([], criteria)).toBe('P');
    expect(only('all-tissue', 'not-met')).toBe('I');
    expect(only('identification', 'not-met')).toBe('I');
    expect(only('all-tissue', 'minor')).toBe('A');
    expect(only('pectoral-to-nipple', 'not-met')).toBe('A');
  });

  it('never gets better by one more deviation', () => {
    fc.assert(
      fc.property(deviations, deviations, (some, more) => {
        expect(rank[imageClass([...some, ...more], criteria)]).toBeGreaterThanOrEqual(rank[imageClass(some, criteria)]);
        expect(imagePoints('RMLO', [...some, ...more], criteria).points).toBeLessThanOrEqual(
          imagePoints('RMLO', some, criteria).points,
        );
      }),
    );
  });

  it('gives full points exactly when nothing of the view deviates', () => {
    const { points, of } = imagePoints('LCC', [], criteria);
    expect(points).toBe(of);
    expect(imagePoints('LCC', [{ criterion: 'inframammary-angle', degree: 'not-met' }], criteria).points).toBe(of);
    const full = imagePoints('LMLO', [], criteria);
    expect(imagePoints('LMLO', [{ criterion: 'inframammary-angle', degree: 'minor' }], criteria)).toEqual({
      points: full.of - 1,
      of: full.of,
    });
  });

  it('grades an examination by its worst image, in any order', () => {
    const grade = fc.constantFrom('P' as const, 'A' as const, 'I' as const, null);
    fc.assert(
      fc.property(fc.array(grade, { maxLength: 4 }), (images) => {
        const graded = images.filter((i) => i !== null);
        const worst = graded.length === 0 ? null : graded.sort((a, b) => rank[b] - rank[a])[0];
        expect(examinationClass(images)).toBe(worst);
      }),
    );
  });
});
