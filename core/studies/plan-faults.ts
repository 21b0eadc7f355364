/** What is wrong with a plan, each fault at its place in it. Empty: it can be signed. */
import type { ProtocolPolicy } from '#core/protocols/policy';
import { verify } from '#core/protocols/verify';
import { faultInWords } from '#core/protocols/words';
import { english } from '#core/protocols/words-en';
import { type PlanFault, type PlanFaultCode, planFault } from './plan-fault.ts';
import { differInImages } from './images.ts';
import { sameValue } from './same-value.ts';
import { factorName, factorsOf } from './stratum.ts';
import { armsOf, type StudyPlan, type StudyUnit } from './study.ts';

/** What a study draws by when its protocol draws by this; null = no study can. */
export const unitsOf: Readonly<Record<StudyPlan['protocol']['unit'], StudyUnit | null>> = {
  woman: 'woman',
  exam: 'examination',
  readingDay: 'day',
  site: 'site',
  readerChoice: null,
};

/** Factors that differ between women of one day or site, so that such a draw cannot be balanced over them. */
const ofWomen: readonly string[] = ['age', 'round', 'implants', 'modality'];

/** `policy`: what the programme asks of any reading protocol. `before`: the version that this one amends. */
export function planFaults(plan: StudyPlan, policy: ProtocolPolicy, before?: StudyPlan): readonly PlanFault[] {
  return [
    ...verify(plan.protocol, policy).found.map((found) => ({
      ...planFault('protocol', 'protocol', { words: faultInWords(found, plan.protocol, english) }),
      found,
    })),
    ...armFaults(plan),
    ...drawFaults(plan),
    ...planningFaults(plan),
    ...(before ? amendmentFaults(plan, before) : []),
  ];
}

function armFaults(plan: StudyPlan): readonly PlanFault[] {
  const arms = Object.keys(plan.protocol.arms);
  return [
    ...faultIf(arms.length < 2 && !plan.protocol.paired, 'one-arm', 'protocol'),
    ...faultIf(!arms.includes(plan.control), 'no-such-arm', 'control', { arm: plan.control }),
    ...arms.filter((arm) => !plan.armNames[arm]).map((arm) => planFault('missing', `armNames.${arm}`)),
    ...momentFaults(plan),
  ];
}

/** Known of an examination only when its images are taken. */
const ofImages: readonly string[] = ['modality', 'result'];

function momentFaults({ protocol, moment, allocation, eligibility }: StudyPlan): readonly PlanFault[] {
  const differ = differInImages(protocol);
  if (moment !== 'check-in') return faultIf(differ, 'draw-too-late', 'moment');
  const factorsAt = allocation.method === 'blocks' ? 'allocation.strata' : 'allocation.factors';
  const unknown = (at: string, asked: readonly string[]) =>
    asked.filter((what) => ofImages.includes(what)).map((what) => planFault('not-known-yet', at, { what }));
  return [
    ...faultIf(!differ, 'draw-too-early', 'moment'),
    ...Object.entries(protocol.arms)
      .filter(([, { modality }]) => differ && modality === undefined)
      .map(([arm]) => planFault('no-images', 'protocol', { arm })),
    ...unknown(factorsAt, factorsOf(allocation).map(factorName)),
    ...unknown(
      'eligibility.criteria',
      eligibility.criteria.map(({ item }) => item),
    ),
  ];
}

function drawFaults(plan: StudyPlan): readonly PlanFault[] {
  const { allocation, unit, protocol } = plan;
  const round = roundOf(protocol);
  const factors = factorsOf(allocation).map(factorName);
  const factorsAt = allocation.method === 'blocks' ? 'allocation.strata' : 'allocation.factors';
  const faults = [
    ...faultIf(unitsOf[protocol.unit] !== unit, 'other-unit', 'unit', { protocol: protocol.unit, study: unit }),
    ...faultIf(
      armsOf(plan).some(({ weight }) => !Number.isInteger(weight)),
      'ratio-not-whole',
      'protocol',
    ),
    ...faultIf(new Set(factors).size < factors.length, 'factor-twice', factorsAt),
  ];
  if (allocation.method === 'blocks')
    faults.push(
      ...allocation.sizes
        .filter((size) => size % round !== 0)
        .map((size) => planFault('block-size', 'allocation.sizes', { size, round })),
    );
  if (unit === 'day' || unit === 'site')
    faults.push(
      ...factors
        .filter((factor) => ofWomen.includes(factor) || (unit === 'site' && factor === 'unit'))
        .map((factor) => planFault('factor-within', factorsAt, { factor, unit })),
    );
  if (allocation.method === 'stepped-wedge')
    faults.push(
      ...faultIf(unit !== 'site', 'wedge-unit', 'unit'),
      ...faultIf(armsOf(plan).length !== 2, 'wedge-arms', 'protocol'),
      ...faultIf(!protocol.arms[allocation.to] || allocation.to === plan.control, 'wedge-to', 'allocation.to', {
        arm: allocation.to,
      }),
      ...plan.sites
        .filter((site) => !allocation.steps[site])
        .map((site) => planFault('wedge-day', `allocation.steps.${site}`, { site })),
    );
  return faults;
}

/** How many draws hold the ratio of the arms once: a block is a whole number of them. */
export function roundOf(protocol: StudyPlan['protocol']): number {
  return armsOf({ protocol }).reduce((sum, { weight }) => sum + weight, 0);
}

function planningFaults({ analysis, eligibility, consent, sites, recruitment }: StudyPlan): readonly PlanFault[] {
  const rising = analysis.looks.every((share, i) => i === 0 || share > (analysis.looks[i - 1] ?? 0));
  const repeated = (at: string, values: readonly string[]) =>
    twice(values).map((what) => planFault('twice', at, { what }));
  const elsewhere = new Set(
    recruitment.planned.map(({ centreId }) => centreId).filter((site) => !sites.includes(site)),
  );
  return [
    ...faultIf(!rising || analysis.looks.at(-1) !== 1, 'looks', 'analysis.looks'),
    ...faultIf(
      (analysis.hypothesis === 'non-inferiority') !== (analysis.margin !== undefined),
      'margin',
      'analysis.margin',
    ),
    ...repeated(
      'eligibility.criteria',
      eligibility.criteria.map(({ id }) => id),
    ),
    ...repeated(
      'consent.forms',
      consent.forms.map(({ version }) => version),
    ),
    ...repeated('sites', sites),
    ...[...elsewhere].map((site) => planFault('no-site', 'recruitment.planned', { site })),
  ];
}

function amendmentFaults(plan: StudyPlan, before: StudyPlan): readonly PlanFault[] {
  const expected = seriesAfter(plan, before);
  const { protocol, consent } = plan;
  const sameVersion = protocol.id === before.protocol.id && protocol.version === before.protocol.version;
  return [
    ...faultIf(plan.id !== before.id, 'other-id', 'id', { id: plan.id, expected: before.id }),
    ...faultIf(plan.changes === null, 'no-changes', 'changes.nb'),
    ...faultIf(plan.series !== expected, 'series', 'series', { expected }),
    ...faultIf(sameVersion && !sameValue(protocol, before.protocol), 'protocol-version', 'protocol'),
    ...consent.forms.flatMap((form, i) => {
      const signed = before.consent.forms.find(({ version }) => version === form.version);
      const changed = signed !== undefined && !sameValue(signed, form);
      return faultIf(changed, 'form-changed', `consent.forms.${i}.version`, { version: form.version });
    }),
  ];
}

/** The series that an amendment draws in: the same, or a new one when arms, ratio, unit or rule change. */
export function seriesAfter(plan: Pick<StudyPlan, 'allocation' | 'unit' | 'protocol'>, before: StudyPlan): number {
  const drawn = ({ allocation, unit, protocol }: typeof plan) => [allocation, unit, armsOf({ protocol })];
  return sameValue(drawn(plan), drawn(before)) ? before.series : before.series + 1;
}

const faultIf = (wrong: boolean, code: PlanFaultCode, at: string, about: PlanFault['about'] = {}) =>
  wrong ? [planFault(code, at, about)] : [];
const twice = (values: readonly string[]) => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
