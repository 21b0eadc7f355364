/** Which stratum an examination is drawn in, and for whom or what it is drawn. */
import type { Day } from '#core/kernel/day';
import type { Inputs } from './eligibility.ts';
import type { Factor, StudyPlan } from './study.ts';

type Place = { readonly centreId: string; readonly unitId: string; readonly day: Day };

/**
 * What the draw is for: all that has the same subject has the same arm. A woman's and an examination's is a new id each time
 * (`fresh`), which leads to nobody; hers stands with her allocation and is found there in her next round.
 */
export function subjectOf(
  { unit, allocation }: Pick<StudyPlan, 'unit' | 'allocation'>,
  place: Place,
  fresh: string,
): string {
  // A site of a stepped wedge goes over on a day, so that each of its days stands by itself.
  if (allocation.method === 'stepped-wedge') return `${place.centreId} ${place.day}`;
  if (unit === 'day') return `${place.unitId} ${place.day}`;
  return unit === 'site' ? place.centreId : fresh;
}

export const factorName = (factor: Factor): string => (typeof factor === 'string' ? factor : 'age');

/** "factor=level" of every factor of the rule, in the rule's order; of a stepped wedge its site and day. */
export function levelsOf({ allocation }: Pick<StudyPlan, 'allocation'>, inputs: Inputs, day: Day): readonly string[] {
  if (allocation.method === 'stepped-wedge') return [`site=${inputs.centre}`, `day=${day}`];
  return factorsOf(allocation).map((factor) => `${factorName(factor)}=${levelOf(factor, inputs)}`);
}

/** The stratum's name. Minimisation and simple draws have one; a new series begins new ones. */
export function stratumOf(plan: Pick<StudyPlan, 'allocation' | 'series'>, levels: readonly string[]): string {
  return plan.allocation.method === 'blocks' ? `${plan.series}/${levels.join(';')}` : `${plan.series}/`;
}

/** What a stratum's name says, the other way from stratumOf. */
export function levelsIn(stratum: string): {
  readonly series: string;
  readonly levels: readonly { readonly factor: string; readonly level: string }[];
} {
  const slash = stratum.indexOf('/');
  const levels = stratum.slice(slash + 1).split(';');
  return {
    series: stratum.slice(0, slash),
    levels: levels
      .filter((one) => one !== '')
      .map((one) => ({ factor: one.slice(0, one.indexOf('=')), level: one.slice(one.indexOf('=') + 1) })),
  };
}

export function factorsOf(allocation: StudyPlan['allocation']): readonly Factor[] {
  if (allocation.method === 'blocks') return allocation.strata;
  return allocation.method === 'minimisation' ? allocation.factors : [];
}

function levelOf(factor: Factor, inputs: Inputs): string {
  if (typeof factor === 'string') return String(inputs[factor] ?? 'unknown');
  const { age } = inputs;
  if (typeof age !== 'number') return 'unknown';
  const from = factor.ageFrom.filter((start) => start <= age).at(-1);
  return from === undefined ? `under-${factor.ageFrom[0]}` : `${from}`;
}
