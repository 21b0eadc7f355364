/** What is wrong with a plan, in words that the one who wrote it understands. Empty: it can be signed. */
import type { ProtocolPolicy } from '#core/protocols/policy';
import { verify } from '#core/protocols/verify';
import { factorName, factorsOf } from './stratum.ts';
import { armsOf, type StudyPlan, type StudyUnit } from './study.ts';

const unitsOf: Readonly<Record<StudyPlan['protocol']['unit'], StudyUnit | null>> = {
  woman: 'woman',
  exam: 'examination',
  readingDay: 'day',
  site: 'site',
  readerChoice: null,
};

/** Factors that differ between women of one day or site, so that such a draw cannot be balanced over them. */
const ofWomen: readonly string[] = ['age', 'round', 'implants', 'modality'];

/** `policy`: what the programme asks of any reading protocol. `before`: the version that this one amends. */
export function planFaults(plan: StudyPlan, policy: ProtocolPolicy, before?: StudyPlan): readonly string[] {
  return [
    ...verify(plan.protocol, policy).faults,
    ...armFaults(plan),
    ...drawFaults(plan),
    ...planningFaults(plan),
    ...(before ? amendmentFaults(plan, before) : []),
  ];
}

function armFaults(plan: StudyPlan): readonly string[] {
  const arms = Object.keys(plan.protocol.arms);
  const modalities = new Set(Object.values(plan.protocol.arms).map((arm) => arm.modality));
  return [
    ...faultIf(arms.length < 2 && !plan.protocol.paired, 'One arm: there is nothing to compare'),
    ...faultIf(!arms.includes(plan.control), `The control arm "${plan.control}" is no arm of the protocol`),
    ...arms.filter((arm) => !plan.armNames[arm]).map((arm) => `Arm "${arm}" has no name in words`),
    ...faultIf(
      modalities.size > 1,
      'The arms differ in modality: the draw would have to come before the images, and comes after them',
    ),
  ];
}

function drawFaults(plan: StudyPlan): readonly string[] {
  const { allocation, unit, protocol } = plan;
  const round = armsOf(plan).reduce((sum, { weight }) => sum + weight, 0);
  const factors = factorsOf(allocation).map(factorName);
  const faults = [
    ...faultIf(
      unitsOf[protocol.unit] !== unit,
      `The protocol is for draws by ${protocol.unit}, the study draws by ${unit}`,
    ),
    ...faultIf(
      armsOf(plan).some(({ weight }) => !Number.isInteger(weight)),
      'The ratio of the arms must be whole numbers',
    ),
    ...faultIf(new Set(factors).size < factors.length, 'A factor stands more than once'),
  ];
  if (allocation.method === 'blocks')
    faults.push(
      ...allocation.sizes
        .filter((size) => size % round !== 0)
        .map((size) => `Blocks of ${size} cannot hold the ratio: expected a multiple of ${round}`),
    );
  if (unit === 'day' || unit === 'site')
    faults.push(
      ...factors
        .filter((factor) => ofWomen.includes(factor) || (unit === 'site' && factor === 'unit'))
        .map((factor) => `"${factor}" differs within a ${unit}: draws by ${unit} cannot be balanced over it`),
    );
  if (allocation.method === 'stepped-wedge')
    faults.push(
      ...faultIf(unit !== 'site', 'A stepped wedge goes by site'),
      ...faultIf(armsOf(plan).length !== 2, 'A stepped wedge has two arms'),
      ...faultIf(
        !protocol.arms[allocation.to] || allocation.to === plan.control,
        `Sites cannot go over to "${allocation.to}": expected an arm other than the control`,
      ),
      ...plan.sites.filter((site) => !allocation.steps[site]).map((site) => `Site ${site} has no day for its step`),
    );
  return faults;
}

function planningFaults({ analysis, eligibility, consent, sites, recruitment }: StudyPlan): readonly string[] {
  const rising = analysis.looks.every((share, i) => i === 0 || share > (analysis.looks[i - 1] ?? 0));
  return [
    ...faultIf(!rising || analysis.looks.at(-1) !== 1, 'The looks must rise and end at 1, when all are in'),
    ...faultIf(
      (analysis.hypothesis === 'non-inferiority') !== (analysis.margin !== undefined),
      'Non-inferiority needs a margin, and superiority has none',
    ),
    ...twice(eligibility.criteria.map(({ id }) => id)).map((id) => `Criterion "${id}" stands more than once`),
    ...twice(consent.forms.map(({ version }) => version)).map((version) => `Form version "${version}" stands twice`),
    ...twice(sites).map((site) => `Site ${site} stands more than once`),
    ...recruitment.planned
      .filter(({ centreId }) => !sites.includes(centreId))
      .map(({ centreId }) => `Women are planned at ${centreId}, which is no site`),
  ];
}

function amendmentFaults(plan: StudyPlan, before: StudyPlan): readonly string[] {
  const drawn = ({ allocation, unit, protocol }: StudyPlan) => canonical([allocation, unit, armsOf({ protocol })]);
  const expected = drawn(plan) === drawn(before) ? before.series : before.series + 1;
  return [
    ...faultIf(plan.id !== before.id, `An amendment of ${before.id} cannot be called ${plan.id}`),
    ...faultIf(plan.changes === null, 'An amendment says in words what it changes'),
    ...faultIf(plan.series !== expected, `The series of draws must be ${expected}: it counts up when the draws change`),
    ...faultIf(
      plan.protocol.version === before.protocol.version && canonical(plan.protocol) !== canonical(before.protocol),
      'The protocol has changed, so it needs a version of its own',
    ),
  ];
}

/** Equal values give equal text, whatever the order of their keys. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted);
}

const faultIf = (wrong: boolean, words: string): readonly string[] => (wrong ? [words] : []);
const twice = (values: readonly string[]) => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
