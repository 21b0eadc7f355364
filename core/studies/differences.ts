/** How one version of a plan differs from the one before, part by part; the pages and the amendment's log put it in words. */
import { factorName, factorsOf } from './stratum.ts';
import { armsOf, type StudyPlan } from './study.ts';

export const planParts = [
  'title',
  'purpose',
  'sponsor',
  'registration',
  'protocol',
  'arms',
  'unit',
  'method',
  'factors',
  'criterion',
  'consent-design',
  'consent-form',
  'site',
  'total',
  'planned',
  'analysis',
  'tell-arm',
] as const;
export type PlanPart = (typeof planParts)[number];

/** `null` on one side: added or taken away. */
export type PlanDifference = { readonly part: PlanPart; readonly from: string | null; readonly to: string | null };

type Facts = Readonly<Record<PlanPart, Readonly<Record<string, string>>>>;

export function differences(before: StudyPlan, after: StudyPlan): readonly PlanDifference[] {
  const [a, b] = [factsOf(before), factsOf(after)];
  return planParts.flatMap((part) => {
    const names = [...new Set([...Object.keys(a[part]), ...Object.keys(b[part])])];
    return names
      .filter((name) => a[part][name] !== b[part][name])
      .map((name) => ({ part, from: a[part][name] ?? null, to: b[part][name] ?? null }));
  });
}

/** Every fact of a plan by its part and name. */
function factsOf(plan: StudyPlan): Facts {
  const { allocation, analysis, recruitment } = plan;
  const listed = (entries: readonly (readonly [string, string])[]) => Object.fromEntries(entries);
  return {
    title: { '': plan.title.nb },
    purpose: { '': plan.purpose.nb },
    sponsor: { '': plan.sponsor },
    registration: { '': plan.registration ?? '-' },
    protocol: { '': `${plan.protocol.id} ${plan.protocol.version}` },
    arms: {
      '': armsOf(plan)
        .map(({ arm, weight }) => `${arm} ${weight}`)
        .join(' : '),
    },
    unit: { '': plan.unit },
    method: { '': methodOf(allocation) },
    factors: { '': factorsOf(allocation).map(factorName).join(', ') || '-' },
    criterion: listed(plan.eligibility.criteria.map((one) => [one.id, `${one.id}: ${one.is} ${String(one.value)}`])),
    'consent-design': { '': plan.consent.design },
    'consent-form': listed(plan.consent.forms.map(({ version, from }) => [version, `${version} (${from})`])),
    site: listed(plan.sites.map((site) => [site, site])),
    total: { '': String(recruitment.total) },
    planned: { '': String(recruitment.planned.reduce((sum, { women }) => sum + women, 0)) },
    analysis: listed(Object.entries(analysis).map(([name, value]) => [name, `${name} ${String(value)}`])),
    'tell-arm': { '': plan.tellArm },
  };
}

function methodOf(allocation: StudyPlan['allocation']): string {
  if (allocation.method === 'blocks') return `blocks ${allocation.sizes.join('/')}`;
  return allocation.method === 'minimisation' ? `minimisation ${allocation.probability}` : allocation.method;
}
