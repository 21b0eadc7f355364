import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { examinationRules as rules } from '#programmes/breast-no/examination';
import { type Interview, nothingToReport } from './interview.ts';
import { afterNotScreened, decideExamination, notScreenedReasons } from './result.ts';
import { allTaken, missingReasons, type ViewReport, views } from './views.ts';

const today = day('2026-03-02');
const withViews = (change: (view: ViewReport) => ViewReport) => allTaken([]).map(change);
const missing = (view: string, reason: (typeof missingReasons)[number]) =>
  withViews((v) => (v.view === view ? { view: v.view, taken: false, missing: reason } : v));
const decide = (reports: readonly ViewReport[], interview: Interview = nothingToReport, cannotBeBetter = false) =>
  decideExamination({ interview, views: reports, cannotBeBetter }, rules, today);
const resultOf = (...input: Parameters<typeof decide>) => {
  const decision = decide(...input);
  return decision.ok ? decision.value.result : decision.refusal.code;
};
const leftMastectomy: Interview = {
  ...nothingToReport,
  earlierSurgery: [{ kind: 'mastectomy', side: 'left', year: 2015 }],
};

describe('decideExamination', () => {
  it('is complete and perfect when nothing is answered', () => {
    const decision = decide(allTaken([]));
    expect(decision).toMatchObject({
      ok: true,
      value: { result: 'complete', quality: 'P', symptoms: false, implants: false },
    });
  });

  it('leaves an ungraded image ungraded', () => {
    expect(decide(allTaken())).toMatchObject({ ok: true, value: { result: 'complete', quality: null } });
  });

  it('is partial when a view is missing for good, a technical recall when a new time can mend it', () => {
    expect(resultOf(missing('LMLO', 'cannot-be-positioned'))).toBe('partial');
    expect(resultOf(missing('LMLO', 'equipment-failure'))).toBe('technical-recall');
    expect(resultOf(missing('LMLO', 'equipment-failure'), nothingToReport, true)).toBe('partial');
  });

  it('is a technical recall when an image is inadequate, unless it cannot be better', () => {
    const inadequate = withViews((v) =>
      v.taken && v.view === 'RCC' ? { ...v, deviations: [{ criterion: 'all-tissue', degree: 'not-met' }] } : v,
    );
    expect(resultOf(inadequate)).toBe('technical-recall');
    expect(resultOf(inadequate, nothingToReport, true)).toBe('partial');
  });

  it('is complete with one breast after mastectomy, and refuses slips of the side', () => {
    const rightOnly = withViews((v) =>
      v.view.startsWith('L') ? { view: v.view, taken: false, missing: 'no-breast' } : v,
    );
    expect(resultOf(rightOnly, leftMastectomy)).toBe('complete');
    expect(resultOf(rightOnly)).toBe('not-removed');
    expect(resultOf(allTaken([]), leftMastectomy)).toBe('breast-removed');
  });

  it('refuses no images, a view twice, a criterion of another view, and answers from the future', () => {
    expect(resultOf(withViews((v) => ({ view: v.view, taken: false, missing: 'declined' })))).toBe('no-images');
    expect(resultOf([...allTaken([]).slice(0, 3), ...allTaken([]).slice(0, 1)])).toBe('views-incomplete');
    const wrong = withViews((v) =>
      v.taken && v.view === 'LCC' ? { ...v, deviations: [{ criterion: 'inframammary-angle', degree: 'minor' }] } : v,
    );
    expect(resultOf(wrong)).toBe('unknown-criterion');
    expect(resultOf(allTaken([]), { ...nothingToReport, lastMammogramElsewhere: day('2026-03-03') })).toBe(
      'in-the-future',
    );
  });

  it('flags symptoms that may lead to recall; pain alone is registered but does not', () => {
    const symptom = (kind: 'lump' | 'pain'): Interview => ({
      ...nothingToReport,
      symptoms: [{ kind, side: 'left', since: 'weeks' }],
    });
    expect(decide(allTaken([]), symptom('lump'))).toMatchObject({
      value: { symptoms: true, mayRecallOnSymptoms: true },
    });
    expect(decide(allTaken([]), symptom('pain'))).toMatchObject({
      value: { symptoms: true, mayRecallOnSymptoms: false },
    });
  });

  const report = fc.tuple(...views.map((view) => viewOf(view)));
  function viewOf(view: ViewReport['view']) {
    const criteria = rules.criteria.filter((c) => c.projections.includes(view.endsWith('MLO') ? 'MLO' : 'CC'));
    const deviation = fc.record({
      criterion: fc.constantFrom(...criteria.map((c) => c.id)),
      degree: fc.constantFrom('minor' as const, 'not-met' as const),
    });
    return fc.oneof(
      fc.record({
        view: fc.constant(view),
        taken: fc.constant(true as const),
        retakes: fc.nat(3),
        retakeReasons: fc.constant<[]>([]),
        deviations: fc.option(fc.array(deviation, { maxLength: 3 })),
      }),
      fc.record({
        view: fc.constant(view),
        taken: fc.constant(false as const),
        missing: fc.constantFrom(...missingReasons.filter((r) => r !== 'no-breast')),
      }),
    );
  }

  it('never asks for new images when they cannot be better, and is complete only with four adequate views', () => {
    fc.assert(
      fc.property(report, fc.boolean(), (reports, cannotBeBetter) => {
        const decision = decide(reports, nothingToReport, cannotBeBetter);
        if (!decision.ok) {
          expect(decision.refusal.code).toBe('no-images');
          return;
        }
        const { result, classes } = decision.value;
        if (cannotBeBetter) expect(result).not.toBe('technical-recall');
        expect(result === 'complete').toBe(reports.every((v) => v.taken) && !classes.includes('I'));
        if (result === 'partial' && !cannotBeBetter) expect(classes).not.toContain('I');
      }),
    );
  });
});

describe('afterNotScreened', () => {
  it('either closes the episode or gives a new time, for every reason', () => {
    const closes = notScreenedReasons.filter((reason) => afterNotScreened(reason, rules) === 'closes');
    expect(closes).toEqual(['declined', 'in-treatment', 'cannot-be-positioned']);
  });
});
