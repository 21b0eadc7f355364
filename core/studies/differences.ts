/** How one version of a plan differs from the one before, part by part; the pages put it in words. */
import { sameValue } from './same-value.ts';
import { factorName, factorsOf } from './stratum.ts';
import { armsOf, type Criterion, type StudyPlan, type Words } from './study.ts';

export const planParts = [
  'title',
  'purpose',
  'sponsor',
  'registration',
  'protocol',
  'control',
  'arms',
  'unit',
  'moment',
  'method',
  'factors',
  'criterion',
  'consent-design',
  'consent-form',
  'site',
  'total',
  'planned',
  'analysis',
  'board',
  'tell-arm',
] as const;
export type PlanPart = (typeof planParts)[number];

/** A value of the plan: a code or number of its own, or words that it has in three languages. */
export type Said = string | Words;
/** `name`: which site, form, criterion or field of the analysis. `null` on one side: added or taken away. */
export type PlanDifference = {
  readonly part: PlanPart;
  readonly name: string;
  readonly from: Said | null;
  readonly to: Said | null;
};

/** What is compared, and how it is said when that is shorter. */
type Fact = { readonly is: unknown; readonly said: Said };
type Facts = Readonly<Record<PlanPart, Readonly<Record<string, Fact>>>>;

export function differences(before: StudyPlan, after: StudyPlan): readonly PlanDifference[] {
  const [a, b] = [factsOf(before), factsOf(after)];
  return planParts.flatMap((part) => {
    const names = [...new Set([...Object.keys(a[part]), ...Object.keys(b[part])])];
    return names
      .filter((name) => !sameValue(a[part][name]?.is, b[part][name]?.is))
      .map((name) => ({ part, name, from: a[part][name]?.said ?? null, to: b[part][name]?.said ?? null }));
  });
}

/** Every fact of a plan by its part and name. */
function factsOf(plan: StudyPlan): Facts {
  const { allocation, analysis, recruitment, eligibility, consent } = plan;
  const one = (said: Said, is: unknown = said) => ({ '': { is, said } });
  const listed = <T>(items: readonly T[], fact: (item: T) => readonly [name: string, said: Said, is?: unknown]) =>
    Object.fromEntries(
      items.map((item) => {
        const [name, said, is = said] = fact(item);
        return [name, { is, said }];
      }),
    );
  const women = (site: string) => recruitment.planned.filter(({ centreId }) => centreId === site);
  return {
    title: one(plan.title),
    purpose: one(plan.purpose),
    sponsor: one(plan.sponsor),
    registration: one(plan.registration ?? '-'),
    protocol: one(`${plan.protocol.id} ${plan.protocol.version}`, plan.protocol),
    control: one(plan.control),
    arms: listed(armsOf(plan), ({ arm, weight }) => [
      arm,
      withNote(plan.armNames[arm], `${weight}`) ?? `${arm} ${weight}`,
    ]),
    unit: one(plan.unit),
    moment: one(plan.moment ?? 'images'),
    method: one(methodOf(allocation), { ...allocation, strata: null, factors: null }),
    factors: one(factorsOf(allocation).map(factorName).join(', ') || '-', factorsOf(allocation)),
    criterion: listed(eligibility.criteria, (rule) => [rule.id, withNote(rule.words, ruleOf(rule)) ?? '', rule]),
    'consent-design': one(consent.design),
    'consent-form': listed(consent.forms, (form) => [form.version, `${form.version} (${form.from})`, form]),
    site: listed(plan.sites, (site) => [site, site]),
    total: one(String(recruitment.total)),
    planned: listed(
      plan.sites.filter((site) => women(site).length > 0),
      (site) => [site, String(women(site).reduce((sum, row) => sum + row.women, 0)), women(site)],
    ),
    analysis: listed(Object.entries(analysis), ([name, value]) => [name, String(value)]),
    board: one(plan.board ?? 'by-arm'),
    'tell-arm': one(plan.tellArm),
  };
}

const signs: Readonly<Record<Criterion['is'], string>> = {
  'at-least': '≥',
  'at-most': '≤',
  'one-of': '=',
  'none-of': '≠',
};
/** The rule as it is computed, beside its words: age ≥ 50. */
const ruleOf = ({ item, is, value }: Criterion) => `${item} ${signs[is]} ${String(value)}`;

function withNote(words: Words | undefined, note: string): Words | undefined {
  if (!words) return undefined;
  return { nb: `${words.nb} (${note})`, nn: `${words.nn} (${note})`, en: `${words.en} (${note})` };
}

function methodOf(allocation: StudyPlan['allocation']): string {
  if (allocation.method === 'blocks') return `blocks ${allocation.sizes.join('/')}`;
  return allocation.method === 'minimisation' ? `minimisation ${allocation.probability}` : allocation.method;
}
