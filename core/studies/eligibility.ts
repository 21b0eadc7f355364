/** Whether an examination may be drawn for: the rule of the plan over what was known then, and her consent. */
import type { TakesPart } from './consent.ts';
import type { Criterion, EligibilityRule } from './study.ts';

/** What a rule may ask about; null or absent = not known. */
export type Inputs = Readonly<
  Partial<Record<Criterion['item'] | 'centre' | 'unit' | 'round', number | string | boolean | null>>
>;

export type Eligibility = {
  readonly eligible: boolean;
  /** Ids of criteria that do not hold, then `not-asked`, `declined` or `withdrawn`. */
  readonly reasons: readonly string[];
};

/** After the images are taken: every criterion must hold, and what is not known does not. */
export function assess(rule: EligibilityRule, inputs: Inputs, takesPart: TakesPart): Eligibility {
  const reasons = rule.criteria.filter((criterion) => !holds(criterion, inputs)).map(({ id }) => id);
  if (takesPart !== 'yes') reasons.push(takesPart);
  return { eligible: reasons.length === 0, reasons };
}

/** Before the images: whether anything known already keeps her out. What is not known yet does not. */
export function mayBecomeEligible(rule: EligibilityRule, known: Inputs): boolean {
  return rule.criteria.every((criterion) => known[criterion.item] == null || holds(criterion, known));
}

function holds({ item, is, value }: Criterion, inputs: Inputs): boolean {
  const known = inputs[item];
  if (known == null) return false;
  if (typeof value === 'number') {
    if (typeof known !== 'number') return false;
    return is === 'at-least' ? known >= value : is === 'at-most' ? known <= value : false;
  }
  const among = value.includes(known as string | boolean);
  return is === 'one-of' ? among : is === 'none-of' ? !among : false;
}
