/**
 * When a woman is due: the programme's interval after her last screening examination, or after her last invitation when
 * she did not come; her first time by birth year and area.
 */
import { addMonths, addYears, type Day, daysBetween, maxDay, yearOf } from '#core/kernel/day';

export type DueRules = {
  readonly intervalMonths: number;
  /** The years in which a woman turns these ages are the first and the last that she is invited in. */
  readonly ages: AgeSpan;
  /** Areas (breast centres) whose list of birth years is another. */
  readonly agesByCentre: Readonly<Record<string, AgeSpan>>;
  /** Years after a breast cancer in which she is followed clinically and not invited. */
  readonly yearsAfterCancer: number;
  /** How far from the due day an appointment may lie and still be on time, days. */
  readonly toleranceDays: number;
  /** A woman who passed the last age while the programme was late is still invited for so many years. */
  readonly lateYears: number;
};

export type AgeSpan = { readonly from: number; readonly to: number };

export type DueFacts = {
  readonly birthDate: Day;
  readonly centreId: string;
  readonly residentSince: Day;
  readonly lastScreenedOn: Day | null;
  /** Day of the ordinary appointment of her latest round, whether she came or not. */
  readonly lastInvitedOn: Day | null;
  readonly lastCancerOn: Day | null;
};

export type Due =
  | { readonly kind: 'due'; readonly on: Day; readonly because: 'first' | 'after-screening' | 'after-invitation' }
  | { readonly kind: 'never'; readonly because: 'too-old' | 'in-follow-up'; readonly until: Day | null };

/** Her due day and why, or why she is not to be invited. `today` is the programme day. */
export function dueDay(facts: DueFacts, today: Day, rules: DueRules): Due {
  const followedUntil = facts.lastCancerOn && addYears(facts.lastCancerOn, rules.yearsAfterCancer);
  if (followedUntil && followedUntil > today) return { kind: 'never', because: 'in-follow-up', until: followedUntil };
  const ages = rules.agesByCentre[facts.centreId] ?? rules.ages;
  const due = dueBy(facts, ages, rules);
  const birthYear = yearOf(facts.birthDate);
  const tooOld = yearOf(due.on) - birthYear > ages.to || yearOf(today) - birthYear > ages.to + rules.lateYears;
  return tooOld ? { kind: 'never', because: 'too-old', until: null } : due;
}

function dueBy(facts: DueFacts, ages: AgeSpan, rules: DueRules): Extract<Due, { kind: 'due' }> {
  const first = addYears(facts.birthDate, ages.from);
  const screened = facts.lastScreenedOn && addMonths(facts.lastScreenedOn, rules.intervalMonths);
  const invited = facts.lastInvitedOn && addMonths(facts.lastInvitedOn, rules.intervalMonths);
  if (screened && (!facts.lastInvitedOn || (facts.lastScreenedOn ?? '') >= facts.lastInvitedOn)) {
    return { kind: 'due', on: maxDay(screened, first), because: 'after-screening' };
  }
  if (invited) return { kind: 'due', on: maxDay(invited, first), because: 'after-invitation' };
  return { kind: 'due', on: maxDay(first, facts.residentSince), because: 'first' };
}

export type Timeliness = 'early' | 'on-time' | 'late';

/** Whether an appointment lies within the tolerance around the due day. */
export function timeliness(dueOn: Day, appointmentOn: Day, rules: DueRules): Timeliness {
  const off = daysBetween(dueOn, appointmentOn);
  if (Math.abs(off) <= rules.toleranceDays) return 'on-time';
  return off < 0 ? 'early' : 'late';
}
