import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { assessmentParameters, assessmentResult } from './assessment.ts';
import { clinicParameters, radiographerFindings } from './clinic.ts';
import { imagesOf } from './image.ts';
import { lifeOf, withoutTumours } from './life.ts';
import { pathologyOf } from './pathology.ts';
import { drawProgressive } from './tumour.ts';
import { lifeParameters } from './parameters.ts';

const healthy = withoutTumours(lifeOf(1, 1, day('1960-01-01')));
const many = <Value>(make: (i: number) => Value): Value[] => Array.from({ length: 8000 }, (_, i) => make(i));
const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;

describe('the clinic day', () => {
  const days = many((i) => radiographerFindings(healthy, 20_000, random('clinic', i)));

  it('four views when screened, fewer when partially, none when not', () => {
    for (const { outcome, images, technicalRecall } of days) {
      expect(images).toHaveLength({ screened: 4, 'partially-screened': 3, 'attended-not-screened': 0 }[outcome]);
      if (technicalRecall) expect(outcome).toBe('screened');
    }
  });

  it('outcomes and image quality as configured', () => {
    expect(Math.abs(share(days.map((d) => d.outcome === 'screened')) - 0.993)).toBeLessThan(0.005);
    const quality = days.flatMap((d) => d.images.map((i) => i.quality === 'I'));
    expect(Math.abs(share(quality) - clinicParameters.quality[2])).toBeLessThan(0.005);
  });
});

describe('assessment', () => {
  it('finds no cancer where there is none; biopsy in 12,476 of 42,426 (Norway 1996-2007)', () => {
    const results = many((i) => assessmentResult(healthy, imagesOf(healthy, 20_000), 20_000, random('assess', i)));
    expect(results.every((a) => a.result !== 'malignant' && a.tumour === undefined)).toBe(true);
    const biopsied = share(results.map((a) => a.result === 'benign'));
    expect(Math.abs(biopsied - assessmentParameters.biopsyWithoutCancer)).toBeLessThan(0.02);
    for (const { result, procedures } of results) {
      expect(procedures.some((p) => p.endsWith('biopsy'))).toBe(result === 'benign');
    }
  });

  it('a visible tumour is found, and always by biopsy', () => {
    const tumour = drawProgressive(21_000, random('tumour'), lifeParameters);
    const images = {
      left: { suspicion: 4, visible: tumour, ai: 4 },
      right: { suspicion: 0, visible: undefined, ai: 0 },
    };
    const results = many((i) =>
      assessmentResult({ ...healthy, tumours: [tumour] }, images, 20_900, random('found', i)),
    );
    expect(share(results.map((a) => a.result === 'malignant'))).toBeGreaterThan(0.97);
    for (const { result, procedures } of results) {
      if (result === 'malignant') expect(procedures.some((p) => p.endsWith('biopsy'))).toBe(true);
    }
  });
});

describe('pathology', () => {
  it('in situ has neither nodes nor HER2; size follows the tumour', () => {
    for (let i = 0; i < 500; i++) {
      const tumour = drawProgressive(21_000, random('pathology', i), lifeParameters);
      const found = pathologyOf(tumour, 20_800, random('report', i));
      expect(found.sizeMm).toBeGreaterThanOrEqual(1);
      if (found.behaviour === 'dcis')
        expect([found.histology, found.nodes, found.her2]).toEqual(['dcis', 'negative', 'unknown']);
      else expect(found.histology).not.toBe('dcis');
      expect(found.side).toBe(tumour.side);
    }
  });
});
