/** Which stratum an examination is drawn in, and for whom or what it is drawn. */
import type { Inputs } from './eligibility.ts';
import type { Factor, StudyPlan } from './study.ts';

type Place = {
  readonly personId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly day: string;
};

/** What the draw is for: all that has the same subject has the same arm. */
export function subjectOf(plan: Pick<StudyPlan, 'unit'>, place: Place): string {
  switch (plan.unit) {
    case 'woman':
      return place.personId;
    case 'examination':
      return place.examinationId;
    case 'day':
      return `${place.unitId} ${place.day}`;
    case 'site':
      return place.centreId;
  }
}

export const factorName = (factor: Factor): string => (typeof factor === 'string' ? factor : 'age');

/** "factor=level" of every factor of the rule, in the rule's order. */
export function levelsOf({ allocation }: Pick<StudyPlan, 'allocation'>, inputs: Inputs): readonly string[] {
  return factorsOf(allocation).map((factor) => `${factorName(factor)}=${levelOf(factor, inputs)}`);
}

/** The stratum's name. Minimisation and simple draws have one; a new series begins new ones. */
export function stratumOf(plan: Pick<StudyPlan, 'allocation' | 'series'>, levels: readonly string[]): string {
  return plan.allocation.method === 'blocks' ? `${plan.series}/${levels.join(';')}` : `${plan.series}/`;
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
