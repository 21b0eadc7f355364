/** Whether she may be drawn for: the rule of the plan over what was known then, her consent, and the study's own papers. */
import type { TakesPart } from './consent.ts';
import type { Criterion, EligibilityRule } from './study.ts';

/** What a rule may ask about; null or absent = not known. */
export type Inputs = Readonly<
  Partial<Record<Criterion['item'] | 'centre' | 'unit' | 'round', number | string | boolean | null>>
>;

export type Eligibility = {
  readonly eligible: boolean;
  /** `no-approval`, then ids of criteria that do not hold, then `not-asked`, `declined` or `withdrawn`; or `not-drawn`. */
  readonly reasons: readonly string[];
};

/** How she and the study stand when it is decided. */
export type Standing = {
  readonly takesPart: TakesPart;
  /** An approval of the study has ended: the site draws nobody (missing.ts). */
  readonly held?: boolean;
  /** The study draws before the images, and they are taken: a bus without network, or nobody asked for the draw. */
  readonly missed?: boolean;
};

/** Every criterion must hold, and what is not known does not. She who would have been drawn but for the moment was not. */
export function assess(rule: EligibilityRule, inputs: Inputs, { takesPart, held, missed }: Standing): Eligibility {
  const reasons = [
    ...(held ? ['no-approval'] : []),
    ...rule.criteria.filter((criterion) => !holds(criterion, inputs)).map(({ id }) => id),
    ...(takesPart === 'yes' ? [] : [takesPart]),
  ];
  if (missed && reasons.length === 0) reasons.push('not-drawn');
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
