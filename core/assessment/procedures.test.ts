import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodeAfter } from '#core/invitation/episode';
import { assessmentProcedures } from '#core/registry/delivery';
import {
  assessmentDayResult,
  assessmentResults,
  happeningAfter,
  pathologyConclusions,
  resultAfterPathology,
  takesTissue,
} from './procedures.ts';

const procedures = fc.subarray([...assessmentProcedures]);

describe('assessmentDayResult', () => {
  it('awaits pathology exactly when tissue was taken', () => {
    fc.assert(
      fc.property(
        procedures,
        fc.constantFrom('negative' as const, 'benign' as const, 'biopsied' as const),
        (done, said) => {
          const result = assessmentDayResult(done, said);
          if (!result.ok) return;
          expect(result.value === 'awaiting-pathology').toBe(takesTissue(done));
        },
      ),
    );
  });

  it('refuses nothing done, a verdict before pathology, and an awaited answer without a biopsy', () => {
    const code = (...input: Parameters<typeof assessmentDayResult>) => {
      const result = assessmentDayResult(...input);
      return result.ok ? result.value : result.refusal.code;
    };
    expect(code([], 'negative')).toBe('nothing-done');
    expect(code(['ultrasound', 'needle-biopsy'], 'benign')).toBe('biopsy-awaits-pathology');
    expect(code(['ultrasound'], 'biopsied')).toBe('no-biopsy');
    expect(code(['ultrasound'], 'benign')).toBe('benign');
  });
});

describe('resultAfterPathology', () => {
  it('is malignant with any malignant answer, benign with any benign one, else still awaited', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pathologyConclusions)), (answers) => {
        const result = resultAfterPathology(answers);
        expect(result === 'malignant').toBe(answers.includes('dcis') || answers.includes('invasive'));
        expect(result === 'awaiting-pathology').toBe(answers.every((a) => a === 'insufficient'));
      }),
    );
  });
});

describe('happeningAfter', () => {
  it('closes an episode in assessment for every result but an awaited one', () => {
    for (const result of assessmentResults) {
      const happening = happeningAfter(result);
      if (happening === null) expect(result).toBe('awaiting-pathology');
      else expect(episodeAfter('assessment', happening)).toMatchObject({ ok: true, value: { state: 'closed' } });
    }
  });
});
