import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { equipmentTests } from '#programmes/breast-no/equipment';
import { dueOf, timesDue } from './due.ts';
import { type EquipmentTest, evaluateTest, type Measured } from './equipment-test.ts';
import { standardLuminances } from './gsdf.ts';

const testOf = (id: string): EquipmentTest => {
  const found = equipmentTests.find((test) => test.id === id);
  if (!found) throw new Error(id);
  return found;
};
const display = testOf('display-luminance');
const good: Measured = {
  ambient: 0.2,
  levels: standardLuminances(1.4, 500.2, 18).map((level) => level - 0.2),
  corners: [400, 390, 380, 385, 395],
  darkest: 1.2,
  brightest: 500,
  'brightest-other': 490,
};
const judged = (measured: Measured, test = display) => {
  const evaluation = evaluateTest(test, measured);
  return evaluation.ok ? evaluation.value : evaluation.refusal.code;
};
const beyond = (measured: Measured) => {
  const evaluation = judged(measured);
  return typeof evaluation === 'string'
    ? evaluation
    : [evaluation.result, ...evaluation.findings.filter((f) => !f.within).map((f) => f.figure)];
};

describe('a test of a display', () => {
  it('passes when every figure is within its limit, the limit itself included', () => {
    expect(beyond(good)).toEqual(['passed']);
    expect(beyond({ ...good, brightest: 450, 'brightest-other': 450 })).toEqual(['passed']);
  });

  // Typical failures: difference within a pair, brightest, non-uniformity, darkest (BreastScreen NSW 2013).
  it.each([
    [{ 'brightest-other': 440 }, ['failed', 'pair-difference']],
    [{ corners: [400, 290, 380, 385, 395] }, ['failed', 'non-uniformity']],
    [{ darkest: 0.9 }, ['failed', 'darkest']],
    [{ brightest: 420, 'brightest-other': 420 }, ['suspended', 'brightest']],
    [{ darkest: 2.2 }, ['suspended', 'ratio']],
    [{ ambient: 0.5 }, ['failed', 'ambient-share']],
    [{ levels: Array.from({ length: 18 }, (_, i) => 1 + 449 * (i / 17) ** 2.2) }, ['failed', 'gsdf']],
  ] as const)('%j: %j', (change, expected) => {
    const found = beyond({ ...good, ...(change as Measured) });
    expect(found).toContain(expected[1]);
    expect(found[0]).toBe(expected[0]);
  });

  it('is not judged while a value is missing, or when the levels do not rise', () => {
    const { darkest, ...without } = good;
    expect(judged(without)).toBe('value-missing');
    expect(judged({ ...good, levels: [1, 2, 3] })).toBe('value-missing');
    expect(judged({ ...good, levels: Array.from({ length: 18 }, () => 5) })).toBe('cannot-be-judged');
  });
});

describe('every test of the programme', () => {
  it.each(equipmentTests.map((test) => [test.id, test] as const))(
    '%s names inputs that it has, and only figures with a source',
    (_, test) => {
      const inputs = test.inputs.map((input) => input.id);
      for (const figure of test.figures) {
        expect(inputs).toEqual(expect.arrayContaining([...figure.inputs]));
        expect(figure.source).not.toBe('');
        expect(figure.min !== undefined || figure.max !== undefined).toBe(true);
      }
    },
  );

  it('is passed or not by its figures alone', () => {
    const machine = testOf('machine-exposure');
    const measured = fc.record({
      'glandular-dose': fc.double({ min: 0.5, max: 4, noNaN: true }),
      exposures: fc.array(fc.double({ min: 60, max: 90, noNaN: true }), { minLength: 5, maxLength: 5 }),
      'contrast-to-noise': fc.double({ min: 5, max: 12, noNaN: true }),
      'contrast-to-noise-reference': fc.constant(9),
      'compression-force': fc.double({ min: 80, max: 260, noNaN: true }),
    });
    fc.assert(
      fc.property(measured, (values) => {
        const evaluation = judged(values, machine);
        if (typeof evaluation === 'string') throw new Error(evaluation);
        const out = evaluation.findings.filter((finding) => !finding.within);
        expect(evaluation.result === 'passed').toBe(out.length === 0);
        expect(evaluation.result === 'suspended').toBe(out.some((finding) => finding.suspends));
      }),
    );
  });
});

describe('when a test is due', () => {
  const today = day('2026-03-02');
  it.each([
    ['2026-03-01', 'fine', '2026-05-31', 0],
    ['2025-12-10', 'soon', '2026-03-11', 0],
    ['2025-12-01', 'soon', '2026-03-02', 0],
    ['2025-11-30', 'overdue', '2026-03-01', 1],
  ] as const)('last done %s: %s', (last, state, on, daysLate) => {
    expect(dueOf(day(last), 91, today, today)).toEqual({ state, on, daysLate });
  });
  it.each([
    ['2026-02-27', 'soon', '2026-03-02', 0],
    ['2026-02-26', 'overdue', '2026-02-27', 3],
    ['2026-03-01', 'soon', '2026-03-02', 0],
  ] as const)('a daily one, last done %s: %s; a weekend asks for none', (last, state, on, daysLate) => {
    expect(dueOf(day(last), 1, today, today)).toEqual({ state, on, daysLate });
  });
  it('falls due so many times in a span of days', () => {
    expect(timesDue(day('2026-03-02'), day('2026-03-15'), 1)).toBe(10);
    expect(timesDue(day('2026-03-06'), day('2026-03-09'), 1)).toBe(2);
    expect(timesDue(day('2026-01-01'), day('2026-12-31'), 91)).toBe(4);
    expect(timesDue(day('2026-03-09'), day('2026-03-02'), 1)).toBe(0);
  });
  it('has never been done', () => {
    expect(dueOf(null, 91, day('2026-02-20'), today)).toEqual({ state: 'never', on: null, daysLate: 10 });
  });
});
