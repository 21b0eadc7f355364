/** What must be in place before a step of a study, and what of it is missing (ICH E6(R3) 4.3.5: per site, after approvals). */
import { addDays, type Day } from '#core/kernel/day';
import { formInUse } from './consent.ts';
import type { StepKind } from './steps.ts';
import type { ApprovalKind, MemberRole, StudyPlan } from './study.ts';

export type Approval = {
  readonly kind: ApprovalKind;
  readonly centreId: string | null;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** From this day it is not in force. */
  readonly withdrawnOn: Day | null;
  readonly hasDocument: boolean;
};

/**
 * Approvals that count only with their document: the ethics committee's and signed agreements are essential records (ICH E6(R3)
 * appendix C). Of the others the programme keeps the reference (configuration).
 */
const withDocument: readonly ApprovalKind[] = ['ethics', 'data-processor'];

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
  | {
      readonly what: ApprovalKind;
      readonly centreId: string | null;
      readonly because: 'none' | 'expired' | 'not-yet' | 'no-document';
    }
  | { readonly what: MemberRole; readonly centreId: string | null; readonly because: 'none' }
  | { readonly what: 'consent-form'; readonly centreId: null; readonly because: 'none' };

const national = ['ethics', 'privacy', 'data-processor'] as const;

export type InPlace = {
  readonly plan: StudyPlan;
  readonly approvals: readonly Approval[];
  readonly members: readonly Member[];
  readonly today: Day;
};

type Register = Pick<InPlace, 'approvals' | 'today'>;

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

/**
 * The approvals that a site that is open has no longer, of the whole study and its own: while there is one, it draws nobody. That a
 * document is wanting is told before it opens, and stops nothing afterwards.
 */
export function heldBy(place: Register, centreId: string): readonly Missing[] {
  return needed(centreId).flatMap(({ kind, of }) => ended(place, kind, of));
}

/** The first day of those that a site has been held; null when it is not. */
export function heldSince(place: Register, centreId: string): Day | null {
  const ends = needed(centreId)
    .filter(({ kind, of }) => ended(place, kind, of).length > 0)
    .map(({ kind, of }) => endOf(place, kind, of));
  return ends.reduce<Day | null>((first, end) => (first === null || end < first ? end : first), null);
}

/** What a site needs to be in force while it is open. */
export const needed = (centreId: string) => [
  ...national.map((kind) => ({ kind, of: null })),
  { kind: 'centre-privacy-officer' as const, of: centreId },
];

const ended = (place: Register, kind: ApprovalKind, centreId: string | null) =>
  approvalMissing(place, kind, centreId).filter(({ because }) => because !== 'no-document');

/** The day after the last that an approval of this kind was in force; today when there has been none. */
function endOf({ approvals, today }: Register, kind: ApprovalKind, centreId: string | null): Day {
  const ends = approvals
    .filter((one) => one.kind === kind && one.centreId === centreId && one.validFrom <= today)
    .flatMap(({ validUntil, withdrawnOn }) => {
      const after = validUntil === null ? null : addDays(validUntil, 1);
      return [after, withdrawnOn]
        .filter((end) => end !== null)
        .toSorted()
        .slice(0, 1);
    });
  return ends.toSorted().at(-1) ?? today;
}

function approvalMissing(
  { approvals, today }: Register,
  kind: ApprovalKind,
  centreId: string | null,
): readonly Missing[] {
  const given = approvals.filter(
    (one) => one.kind === kind && one.centreId === centreId && (one.withdrawnOn === null || one.withdrawnOn > today),
  );
  const now = given.filter((one) => inForce(one, today));
  if (now.some((one) => one.hasDocument || !withDocument.includes(kind))) return [];
  if (now.length > 0) return [{ what: kind, centreId, because: 'no-document' }];
  const because = given.length === 0 ? 'none' : given.some((one) => one.validFrom > today) ? 'not-yet' : 'expired';
  return [{ what: kind, centreId, because }];
}

export function inForce({ validFrom, validUntil }: Pick<Approval, 'validFrom' | 'validUntil'>, today: Day): boolean {
  return validFrom <= today && (validUntil === null || validUntil >= today);
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

/**
 * The roles that one person cannot have at the same time: who knows the arms takes no part in treating or recruiting, and who sits on
 * the safety board has no other part in the study (FDA 2006, guidance on data monitoring committees, section 6).
 */
export function rolesClash(held: readonly MemberRole[], role: MemberRole): boolean {
  const treats = (one: MemberRole) => one === 'principal-investigator' || one === 'site-investigator';
  if (role === 'safety-board') return held.some((one) => one !== role);
  if (held.includes('safety-board')) return true;
  if (role === 'unblinded-statistician') return held.some(treats);
  return treats(role) && held.includes('unblinded-statistician');
}
