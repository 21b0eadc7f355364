/** What figures can be split and limited by, and which of it each fact has. */
import { type FactName, factFields } from './facts.ts';

export const dimensions = ['region', 'centre', 'unit', 'year', 'prevalent', 'age', 'reader', 'radiographer'] as const;
export type Dimension = (typeof dimensions)[number];

/** Five-year age groups, as in the registry's statistics; ages outside stand in the first or the last. */
export const ageGroups = ['-49', '50-54', '55-59', '60-64', '65-69', '70-'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** The group of an age by birth year. */
export function ageGroup(age: number): AgeGroup {
  const index = Math.min(Math.max(0, Math.floor((age - 45) / 5)), ageGroups.length - 1);
  return ageGroups[index] ?? '-49';
}

/** Whether a fact can be split by a dimension (coverage has no unit). The year is the indicator's own field. */
export function hasDimension(fact: FactName, dimension: Dimension): boolean {
  return dimension === 'year' || Object.hasOwn(factFields[fact], dimension);
}
