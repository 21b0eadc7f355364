/**
 * A plan while it is being written: everything may be blank, lists of numbers are as they are typed, and what follows from
 * the rest (series, the rule's version) is left out. It becomes a plan by checkDraft, which says what is wrong where.
 */
import { z } from 'zod';
import type { ProtocolPolicy } from '#core/protocols/policy';
import { protocolSchema } from '#core/protocols/protocol';
import { formLanguages } from './consent.ts';
import { issueFault } from './issue-fault.ts';
import type { PlanFault } from './plan-fault.ts';
import { planFaults, seriesAfter } from './plan-faults.ts';
import { sameValue } from './same-value.ts';
import { factorName, factorsOf } from './stratum.ts';
import { type Factor, planSchema, type StudyPlan, type Words } from './study.ts';

const line = z.string().max(400);
const words = z.strictObject({ nb: z.string().max(4000), nn: z.string().max(4000), en: z.string().max(4000) });
const number = z.number().nullable();
const text = z.strictObject({ title: line, body: z.string().max(20_000) });
export const draftFactors = ['centre', 'unit', 'round', 'implants', 'modality', 'age'] as const;
type DraftFactor = (typeof draftFactors)[number];

export const planDraftSchema = planSchema.omit({ series: true }).extend({
  version: z.string().max(20),
  title: words,
  purpose: words,
  sponsor: line,
  registration: line,
  changes: words,
  protocol: protocolSchema.nullable(),
  armNames: z.record(z.string(), words),
  /** The fields of every method, so that nothing is lost when one tries another. */
  allocation: z.strictObject({
    method: z.enum(['blocks', 'minimisation', 'simple', 'stepped-wedge']),
    sizes: line,
    factors: z.array(z.enum(draftFactors)),
    ageFrom: line,
    probability: number,
    to: line,
    steps: z.record(z.string(), line),
  }),
  eligibility: z.strictObject({
    criteria: z
      .array(
        z.strictObject({
          ...planSchema.shape.eligibility.shape.criteria.element.shape,
          words,
          value: z.union([z.number(), z.array(z.union([z.string(), z.boolean()]))]).nullable(),
        }),
      )
      .max(40),
  }),
  consent: z.strictObject({
    design: planSchema.shape.consent.shape.design,
    forms: z
      .array(z.strictObject({ version: line, from: line, texts: z.strictObject({ nb: text, nn: text, en: text }) }))
      .max(40),
  }),
  sites: z.array(line),
  recruitment: z.strictObject({ total: number, planned: planSchema.shape.recruitment.shape.planned }),
  analysis: z.strictObject({
    ...planSchema.shape.analysis.shape,
    expected: number,
    margin: number,
    alpha: number,
    power: number,
    /** In per cent. */
    looks: line,
  }),
});
export type PlanDraft = Readonly<z.output<typeof planDraftSchema>>;
export type DraftCriterion = PlanDraft['eligibility']['criteria'][number];

const blank: Words = { nb: '', nn: '', en: '' };
const blankText = { title: '', body: '' };

export function blankForm(version: string): PlanDraft['consent']['forms'][number] {
  return { version, from: '', texts: { nb: blankText, nn: blankText, en: blankText } };
}

/** A study that nothing is decided of. The level and power are what most trials use; the rest is the writer's. */
export function newDraft(id: string): PlanDraft {
  return {
    id,
    version: '1',
    title: blank,
    purpose: blank,
    sponsor: '',
    registration: '',
    invented: false,
    changes: blank,
    protocol: null,
    control: '',
    armNames: {},
    unit: 'woman',
    allocation: { method: 'blocks', sizes: '', factors: ['centre'], ageFrom: '', probability: null, to: '', steps: {} },
    eligibility: { criteria: [] },
    consent: { design: 'consent', forms: [blankForm('1')] },
    sites: [],
    recruitment: { total: null, planned: [] },
    analysis: {
      primary: 'screen-detected',
      hypothesis: 'non-inferiority',
      expected: null,
      margin: null,
      alpha: 0.025,
      power: 0.8,
      looks: '100',
      spending: 'obrien-fleming',
    },
    tellArm: 'when-closed',
  };
}

/** A plan to be written on in. */
export function draftOf({ series: _series, ...plan }: StudyPlan): PlanDraft {
  const { allocation } = plan;
  const ages = factorsOf(allocation).find((factor) => typeof factor === 'object');
  return {
    ...plan,
    registration: plan.registration ?? '',
    changes: plan.changes ?? blank,
    allocation: {
      method: allocation.method,
      sizes: allocation.method === 'blocks' ? allocation.sizes.join(', ') : '',
      factors: factorsOf(allocation).map((factor) => factorName(factor) as DraftFactor),
      ageFrom: ages ? ages.ageFrom.join(', ') : '',
      probability: allocation.method === 'minimisation' ? allocation.probability : null,
      to: allocation.method === 'stepped-wedge' ? allocation.to : '',
      steps: allocation.method === 'stepped-wedge' ? allocation.steps : {},
    },
    eligibility: { criteria: plan.eligibility.criteria },
    consent: {
      design: plan.consent.design,
      forms: plan.consent.forms.map((form) => ({
        ...form,
        texts: { nb: form.texts.nb, nn: form.texts.nn ?? blankText, en: form.texts.en ?? blankText },
      })),
    },
    analysis: {
      ...plan.analysis,
      margin: plan.analysis.margin ?? null,
      looks: plan.analysis.looks.map((share) => tidy(share * 100)).join(', '),
    },
  };
}

/** The next version of a plan, which is to say in words what it changes. */
export function amendmentOf(plan: StudyPlan): PlanDraft {
  return { ...draftOf(plan), version: nextVersion(plan.version), changes: blank };
}

/** '1' -> '2', '1.9' -> '1.10', 'pilot' -> 'pilot-2'. */
export function nextVersion(version: string): string {
  const number = /\d+$/.exec(version)?.[0];
  return number ? `${version.slice(0, -number.length)}${Number(number) + 1}` : `${version}-2`;
}

/** The plan that a draft has become, or null, and what is wrong with it. `before`: the signed version that it amends. */
export function checkDraft(
  draft: PlanDraft,
  policy: ProtocolPolicy,
  before?: StudyPlan,
): { readonly plan: StudyPlan | null; readonly faults: readonly PlanFault[] } {
  const candidate = candidateOf(draft, before);
  const read = planSchema.safeParse(candidate);
  if (!read.success) {
    const blanks = read.error.issues.map((issue) => issueFault(issue, candidate));
    return { plan: null, faults: [...blanks, ...rulesAround(candidate, blanks, policy, before)] };
  }
  return { plan: read.data, faults: planFaults(read.data, policy, before) };
}

/** Stands in for what is not filled in yet, so that the rules can be asked about the rest. */
const standIns: Partial<StudyPlan> = {
  version: '-',
  title: blank,
  purpose: blank,
  sponsor: '',
  changes: blank,
  armNames: {},
  eligibility: { version: '1', criteria: [] },
  consent: { design: 'consent', forms: [] },
  sites: [],
  recruitment: { total: 1, planned: [] },
  analysis: {
    primary: 'recall',
    hypothesis: 'superiority',
    expected: 0.5,
    alpha: 0.025,
    power: 0.8,
    looks: [1],
    spending: 'pocock',
  },
};

/** What the rules say of the parts that are whole already; nothing while the protocol or the draws cannot be read. */
function rulesAround(
  candidate: object,
  blanks: readonly PlanFault[],
  policy: ProtocolPolicy,
  before: StudyPlan | undefined,
): readonly PlanFault[] {
  const partOf = ({ at }: PlanFault) => at.split('.')[0] ?? '';
  const parts = new Set(blanks.map(partOf));
  if (![...parts].every((part) => part in standIns)) return [];
  const stoodIn = Object.fromEntries(Object.entries(standIns).filter(([part]) => parts.has(part)));
  const whole = { ...candidate, ...stoodIn } as StudyPlan;
  return planFaults(whole, policy, before).filter((fault) => !parts.has(partOf(fault)));
}

/** The draft in the form of a plan, with its blanks. */
function candidateOf(draft: PlanDraft, before: StudyPlan | undefined): object {
  const { protocol, analysis, changes, consent } = draft;
  const { criteria } = draft.eligibility;
  const allocation = allocationOf(draft.allocation);
  const drawn = { allocation, unit: draft.unit, protocol } as Pick<StudyPlan, 'allocation' | 'unit' | 'protocol'>;
  const { margin, ...rest } = analysis;
  const { total, planned } = draft.recruitment;
  return {
    ...draft,
    registration: draft.registration.trim() || null,
    changes: isBlank(changes) ? null : changes,
    armNames: Object.fromEntries(Object.keys(protocol?.arms ?? {}).map((arm) => [arm, draft.armNames[arm] ?? blank])),
    allocation,
    series: before && protocol ? seriesAfter(drawn, before) : 1,
    eligibility: { version: ruleVersion(criteria, before), criteria },
    // Of a site that is taken out the numbers stay in the draft, should it come back.
    recruitment: { total, planned: planned.filter(({ centreId }) => draft.sites.includes(centreId)) },
    consent: {
      ...consent,
      forms: consent.forms.map(({ texts, ...form }) => ({
        ...form,
        texts: Object.fromEntries(
          formLanguages
            .filter((one) => one === 'nb' || texts[one].title || texts[one].body)
            .map((one) => [one, texts[one]]),
        ),
      })),
    },
    analysis: {
      ...rest,
      ...(analysis.hypothesis === 'superiority' ? {} : { margin }),
      looks: numbersIn(analysis.looks).map((share) => tidy(share / 100)),
    },
  };
}

function allocationOf({ method, sizes, factors, ageFrom, probability, to, steps }: PlanDraft['allocation']): unknown {
  const chosen = factors.map((one): Factor => (one === 'age' ? { ageFrom: [...numbersIn(ageFrom)] } : one));
  switch (method) {
    case 'blocks':
      return { method, sizes: numbersIn(sizes), strata: chosen };
    case 'minimisation':
      return { method, probability, factors: chosen };
    case 'stepped-wedge':
      return { method, to, steps: Object.fromEntries(Object.entries(steps).filter(([, day]) => day !== '')) };
    default:
      return { method };
  }
}

/** Of a changed rule the next version, so that what was assessed by which can be told. */
function ruleVersion(criteria: readonly DraftCriterion[], before: StudyPlan | undefined): string {
  if (!before) return '1';
  const { version, criteria: signed } = before.eligibility;
  return sameValue(criteria, signed) ? version : nextVersion(version);
}

/** Numbers with space, comma or semicolon between; what is no number is NaN, and found by the plan's schema. */
function numbersIn(typed: string): readonly number[] {
  return typed
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
}

const isBlank = (said: Words) => formLanguages.every((language) => said[language].trim() === '');
/** Without the dust of binary fractions: 0.07 * 100 is 7. */
const tidy = (value: number) => Number(value.toPrecision(12));
