/** What must be in place before a step of a study, and what of it is missing (ICH E6(R3) 4.3.5: per site, after approvals). */
import type { Day } from '#core/kernel/day';
import { formInUse } from './consent.ts';
import type { StepKind } from './steps.ts';
import type { ApprovalKind, MemberRole, StudyPlan } from './study.ts';

export type Approval = {
  readonly kind: ApprovalKind;
  readonly centreId: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly withdrawn: boolean;
};

export type Member = {
  readonly userId: string;
  readonly role: MemberRole;
  /** Where she works; null = nationally. */
  readonly centreId: string | null;
  readonly from: Day;
  readonly until: Day | null;
};

/** One thing that is missing: an approval, a member, or a form of consent in use. */
export type Missing =
  | { readonly what: ApprovalKind; readonly centreId: string | null; readonly because: 'none' | 'expired' | 'not-yet' }
  | { readonly what: MemberRole; readonly centreId: string | null; readonly because: 'none' }
  | { readonly what: 'consent-form'; readonly centreId: null; readonly because: 'none' };

const national = ['ethics', 'privacy', 'data-processor'] as const;

export type InPlace = {
  readonly plan: StudyPlan;
  readonly approvals: readonly Approval[];
  readonly members: readonly Member[];
  readonly today: Day;
};

/** What is missing before the step; for other steps than these nothing is asked for. */
export function missingBefore(step: StepKind, place: InPlace, centreId: string | null = null): readonly Missing[] {
  switch (step) {
    case 'approved':
    case 'amended':
    case 'resumed':
      return nationally(place);
    case 'site-opened':
    case 'site-resumed':
      return [...nationally(place), ...atSite(place, centreId)];
    default:
      return [];
  }
}

function nationally(place: InPlace): readonly Missing[] {
  const forms = formInUse(place.plan.consent, place.today)
    ? []
    : [{ what: 'consent-form', centreId: null, because: 'none' } as const];
  return [
    ...national.flatMap((kind) => approvalMissing(place, kind, null)),
    ...memberMissing(place, 'principal-investigator', null),
    ...memberMissing(place, 'unblinded-statistician', null),
    ...forms,
  ];
}

function atSite(place: InPlace, centreId: string | null): readonly Missing[] {
  return [
    ...approvalMissing(place, 'centre-privacy-officer', centreId),
    ...memberMissing(place, 'site-investigator', centreId),
  ];
}

function approvalMissing(
  { approvals, today }: InPlace,
  kind: ApprovalKind,
  centreId: string | null,
): readonly Missing[] {
  const given = approvals.filter((one) => one.kind === kind && one.centreId === centreId && !one.withdrawn);
  if (given.some((one) => inForce(one, today))) return [];
  const because = given.length === 0 ? 'none' : given.some((one) => one.validFrom > today) ? 'not-yet' : 'expired';
  return [{ what: kind, centreId, because }];
}

export function inForce(approval: Pick<Approval, 'validFrom' | 'validUntil'>, today: Day): boolean {
  return approval.validFrom <= today && (approval.validUntil === null || approval.validUntil >= today);
}

function memberMissing({ members, today }: InPlace, role: MemberRole, centreId: string | null): readonly Missing[] {
  const there = members.some(
    (member) => member.role === role && serves(member, today) && (centreId === null || member.centreId === centreId),
  );
  return there ? [] : [{ what: role, centreId, because: 'none' }];
}

export function serves(member: Pick<Member, 'from' | 'until'>, today: Day): boolean {
  return member.from <= today && (member.until === null || member.until >= today);
}

/** Who knows the arms takes no part in treating or recruiting: the roles that one person cannot have at the same time. */
export function rolesClash(held: readonly MemberRole[], role: MemberRole): boolean {
  const treats = (one: MemberRole) => one === 'principal-investigator' || one === 'site-investigator';
  if (role === 'unblinded-statistician') return held.some(treats);
  return treats(role) && held.includes('unblinded-statistician');
}
