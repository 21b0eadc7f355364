import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { leastPolicy } from '#core/protocols/policy';
import { demoComingTrial } from '#programmes/studies/demo-coming-trial';
import { demoTrial } from '#programmes/studies/demo-trial';
import { protocolOf, twoArms } from '#test/study-plans';
import {
  amendmentOf,
  checkDraft,
  draftOf,
  newDraft,
  nextVersion,
  type PlanDraft,
  planDraftSchema,
} from './plan-draft.ts';
import type { StudyPlan } from './study.ts';

const sites = ['C01', 'C03', 'C06', 'C12', 'C14'];
const wedge: StudyPlan = {
  ...twoArms,
  unit: 'site',
  protocol: { ...protocolOf({ control: 1, ai: 1 }), unit: 'site' },
  allocation: { method: 'stepped-wedge', to: 'ai', steps: { C01: day('2027-01-01'), C02: day('2027-03-01') } },
};
const codes = (draft: PlanDraft, before?: StudyPlan) =>
  checkDraft(draft, leastPolicy, before).faults.map(({ code, at }) => `${at}: ${code}`);

describe('a draft', () => {
  it.each([
    ['the demo trial', demoTrial(day('2026-01-18'), sites)],
    ['the demo trial to come', demoComingTrial(day('2026-01-18'), sites)],
    ['two arms', twoArms],
    ['a stepped wedge', wedge],
  ])('of %s becomes the same plan again, also when it has been stored', (_, plan) => {
    const stored = planDraftSchema.parse(JSON.parse(JSON.stringify(draftOf(plan))));
    expect(checkDraft(stored, leastPolicy)).toEqual({ plan, faults: [] });
  });

  it('of a new study may be stored at once, and says what is to be filled in', () => {
    const draft = newDraft('new-study');
    expect(planDraftSchema.parse(draft)).toEqual(draft);
    expect(codes(draft)).toEqual(
      expect.arrayContaining(['title.nb: missing', 'protocol: missing', 'sites: missing', 'analysis.margin: missing']),
    );
  });

  it('says where a value is wrong and what was expected', () => {
    const draft = draftOf(twoArms);
    const allocation = { ...draft.allocation, sizes: '4, six, 7' };
    expect(codes({ ...draft, allocation })).toEqual(['allocation.sizes.1: not-number']);
    const ages = { ...draft.allocation, ageFrom: '' };
    expect(codes({ ...draft, allocation: ages })).toEqual(['allocation.strata.1.ageFrom: missing']);
    expect(codes({ ...draft, allocation: { ...allocation, sizes: '4 7' } })).toEqual(['allocation.sizes: block-size']);
    const analysis = { ...draft.analysis, alpha: 0.3, margin: 0, looks: '50; 110' };
    expect(checkDraft({ ...draft, analysis }, leastPolicy).faults).toEqual([
      { code: 'not-above', at: 'analysis.margin', about: { limit: 0 } },
      { code: 'too-large', at: 'analysis.alpha', about: { limit: 0.2 } },
      { code: 'too-large', at: 'analysis.looks.1', about: { limit: 1 } },
    ]);
  });

  it('is held to the rules of its draws before the rest is written', () => {
    const { protocol, control, unit, allocation } = draftOf(twoArms);
    const draft = { ...newDraft('new-study'), protocol, control, unit, allocation: { ...allocation, sizes: '4, 5' } };
    expect(codes(draft)).toEqual(expect.arrayContaining(['title.nb: missing', 'allocation.sizes: block-size']));
  });

  it('of an amendment counts version, series and rule up when they must', () => {
    const changes = { nb: 'Enkle trekninger', nn: 'Enkle trekningar', en: 'Simple draws' };
    const draft = amendmentOf(twoArms);
    expect(codes(draft, twoArms)).toEqual(['changes.nb: no-changes']);
    expect(checkDraft({ ...draft, changes }, leastPolicy, twoArms).plan).toEqual({ ...twoArms, version: '2', changes });
    const allocation = { ...draft.allocation, method: 'simple' as const };
    const { plan, faults } = checkDraft(
      { ...draft, changes, allocation, eligibility: { criteria: [] } },
      leastPolicy,
      twoArms,
    );
    expect(faults).toEqual([]);
    expect(plan).toMatchObject({
      series: 2,
      allocation: { method: 'simple' },
      eligibility: { version: '2', criteria: [] },
    });
  });

  it('has the next version’s number', () => {
    expect(['1', '1.9', 'pilot'].map(nextVersion)).toEqual(['2', '1.10', 'pilot-2']);
  });
});
