import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { leastPolicy } from '#core/protocols/policy';
import { form, protocolOf, twoArms } from '#test/study-plans';
import { independentDoubleReading } from '#programmes/protocols/no-routine';
import { differences } from './differences.ts';
import { planFaultsInWords } from './plan-fault.ts';
import { planFaultsEn } from './plan-faults-en.ts';
import { planFaults } from './plan-faults.ts';
import { planSchema, type StudyPlan } from './study.ts';

const faults = (change: Partial<StudyPlan>, before?: StudyPlan) =>
  planFaultsInWords(planFaults({ ...twoArms, ...change }, leastPolicy, before), planFaultsEn);

/** Arms that take different images, drawn before them. */
const byImages: Partial<StudyPlan> = {
  moment: 'check-in',
  protocol: {
    ...twoArms.protocol,
    arms: {
      control: { steps: independentDoubleReading, modality: 'DM' },
      ai: { steps: independentDoubleReading, modality: 'DBT' },
    },
  },
};

describe('a plan', () => {
  it('without faults can be signed, and is the same after being stored', () => {
    expect(faults({})).toEqual([]);
    expect(planSchema.parse(JSON.parse(JSON.stringify(twoArms)))).toEqual(twoArms);
  });

  it('whose arms take different images draws at check-in', () => {
    expect(faults(byImages)).toEqual([]);
  });

  it.each<[string, Partial<StudyPlan>, RegExp]>([
    ['an unknown control', { control: 'nobody' }, /no arm of the protocol/],
    ['an arm without words', { armNames: {} }, /Fill this in/],
    ['blocks that cannot hold the ratio', { protocol: protocolOf({ ai: 2, control: 1 }) }, /multiple of 3/],
    ['a unit that the protocol is not for', { unit: 'day' }, /for draws by woman/],
    ['looks that do not end', { analysis: { ...twoArms.analysis, looks: [0.5] } }, /end at 1/],
    ['superiority with a margin', { analysis: { ...twoArms.analysis, hypothesis: 'superiority' } }, /margin/],
    ['women planned where nobody recruits', { sites: ['C02'] }, /C01, which is no site/],
    [
      'a site balanced over ages',
      {
        unit: 'site',
        protocol: { ...twoArms.protocol, unit: 'site' },
        allocation: { method: 'blocks', sizes: [4], strata: [{ ageFrom: [50] }] },
      },
      /cannot be balanced over it/,
    ],
    [
      'a wedge without its days',
      {
        unit: 'site',
        protocol: { ...twoArms.protocol, unit: 'site' },
        allocation: { method: 'stepped-wedge', to: 'control', steps: {} },
      },
      /C02 has no day/,
    ],
    [
      'arms of different modality',
      {
        protocol: {
          ...twoArms.protocol,
          arms: { ...twoArms.protocol.arms, ai: { steps: independentDoubleReading, modality: 'DBT' } },
        },
      },
      /before the images, at check-in/,
    ],
    ['a draw before the images that no arm needs', { moment: 'check-in' }, /nobody at the examination can know/],
    [
      'a draw before the images by what they show',
      {
        ...byImages,
        allocation: { method: 'blocks', sizes: [4], strata: ['modality'] },
        eligibility: {
          version: '1',
          criteria: [{ id: 'seen', words: twoArms.title, item: 'result', is: 'one-of', value: ['complete'] }],
        },
      },
      /"modality" is not known at check-in[\s\S]*"result" is not known at check-in/,
    ],
  ])('%s is a fault', (_, change, words) => {
    expect(faults(change).join('\n')).toMatch(words);
  });
});

describe('an amendment', () => {
  const changes = { nb: 'Flere sentre', nn: 'Fleire senter', en: 'More sites' };
  const wider = { version: '2', changes, sites: ['C01', 'C02', 'C03'] };

  it('says what it changes, and keeps the series while the draws are the same', () => {
    expect(faults(wider, twoArms)).toEqual([]);
    expect(faults({ ...wider, changes: null }, twoArms)).toEqual(['An amendment says in words what it changes']);
    expect(faults({ ...wider, series: 2 }, twoArms).join()).toMatch(/series of draws must be 1/);
  });

  it('leaves the words of a signed consent form as they are', () => {
    const forms = [{ ...form, texts: { nb: { ...form.texts.nb, title: 'Noe annet' } } }];
    expect(faults({ ...wider, consent: { ...twoArms.consent, forms } }, twoArms).join()).toMatch(
      /version 1 has been signed/,
    );
  });

  it('begins a new series when the draws change', () => {
    const sizes = { ...wider, allocation: { method: 'simple' } as const };
    expect(faults(sizes, twoArms).join()).toMatch(/series of draws must be 2/);
    expect(faults({ ...sizes, series: 2 }, twoArms)).toEqual([]);
  });

  it('is shown part by part', () => {
    const after: StudyPlan = {
      ...twoArms,
      ...wider,
      recruitment: { total: 1200, planned: twoArms.recruitment.planned },
      consent: {
        ...twoArms.consent,
        forms: [...twoArms.consent.forms, { ...form, version: '2', from: day('2026-12-01') }],
      },
    };
    expect(differences(twoArms, after)).toEqual([
      { part: 'consent-form', name: '2', from: null, to: '2 (2026-12-01)' },
      { part: 'site', name: 'C03', from: null, to: 'C03' },
      { part: 'total', name: '', from: '1000', to: '1200' },
    ]);
    expect(differences(after, after)).toEqual([]);
  });
});
