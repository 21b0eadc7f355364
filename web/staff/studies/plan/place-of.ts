import type { PlanFault } from '#core/studies/plan-fault';
import type { PlanDraft } from '#core/studies/plan-draft';

const places: readonly (readonly [RegExp, string])[] = [
  [/^allocation\.(strata|factors)\.\d+\.ageFrom/, 'allocation.ageFrom'],
  [/^allocation\.(strata|factors)/, 'allocation.factors'],
  [/^allocation\.sizes/, 'allocation.sizes'],
  [/^analysis\.looks/, 'analysis.looks'],
  [/^recruitment\.planned/, 'recruitment.planned'],
  [/^(eligibility\.criteria\.\d+)\.(id|item|is)/, '$1.value'],
  [/^(armNames\.[^.]+)$/, '$1.nb'],
  [/^(id|series|eligibility\.version)$/, 'version'],
];

/** The field of the form that shows a fault. */
export function placeOf({ at }: PlanFault): string {
  const found = places.find(([pattern]) => pattern.test(at));
  if (!found) return at;
  const [pattern, place] = found;
  return at.replace(new RegExp(`${pattern.source}.*`), place);
}

export const fieldId = (place: string) => `plan-${place}`;

const inPerCent = ['analysis.alpha', 'analysis.power', 'analysis.looks', 'allocation.probability'];

/** What a share is shown as: cancers are counted per 1000, all other shares in per cent. */
export function rateUnit(primary: PlanDraft['analysis']['primary']): 'per-1000' | 'per-cent' {
  return primary === 'screen-detected' || primary === 'interval' ? 'per-1000' : 'per-cent';
}

/** How many times the plan's own value a field shows. */
export function shownTimes(place: string, { analysis }: Pick<PlanDraft, 'analysis'>): number {
  if (place === 'analysis.expected' || place === 'analysis.margin')
    return rateUnit(analysis.primary) === 'per-1000' ? 1000 : 100;
  return inPerCent.includes(place) ? 100 : 1;
}
