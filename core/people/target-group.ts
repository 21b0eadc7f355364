/**
 * Who is invited, and why not: every rule that speaks for or against a woman, with its dates, as data. The planner invites
 * by the same rules (core/invitation/due.ts); this answers the woman, and the office, who ask.
 * Sources: Kreftregisteret, "Hvem inviteres når?" (birth years by area) and "Personvern og reservasjon" (the registers).
 */
import { type AgeSpan, type Due, type DueRules, dueDay } from '#core/invitation/due';
import { type Day, yearOf } from '#core/kernel/day';

export type Sex = 'female' | 'male' | 'unknown';

export type PeopleRules = {
  readonly sexes: readonly Sex[];
  /** A reservation is carried out within so many months. */
  readonly reservationMonths: number;
};

export type PersonFacts = {
  readonly birthDate: Day;
  readonly sex: Sex;
  readonly status: 'resident' | 'emigrated' | 'dead';
  readonly statusOn: Day;
  readonly centreId: string;
  /** Days from which a stop of invitations holds and, when it does not any more, until when. */
  readonly stops: readonly { readonly from: Day; readonly lifted: Day | null }[];
  readonly openRoundSince: Day | null;
  readonly lastScreenedOn: Day | null;
  readonly lastInvitedOn: Day | null;
  readonly lastCancerOn: Day | null;
  /** No new invitations in her area from this day. */
  readonly areaPausedOn: Day | null;
};

export type Reason =
  | { readonly kind: 'dead' | 'emigrated'; readonly since: Day }
  | { readonly kind: 'sex' }
  | { readonly kind: 'stopped'; readonly since: Day }
  | { readonly kind: 'too-young'; readonly firstYear: number; readonly age: number }
  | { readonly kind: 'too-old'; readonly lastYear: number; readonly age: number }
  | { readonly kind: 'in-follow-up'; readonly cancerOn: Day; readonly until: Day }
  | { readonly kind: 'area-paused'; readonly since: Day }
  | { readonly kind: 'round-open'; readonly since: Day }
  | { readonly kind: 'due'; readonly on: Day; readonly because: 'first' | 'after-screening' | 'after-invitation' }
  | {
      readonly kind: 'not-yet-due';
      readonly on: Day;
      readonly because: 'first' | 'after-screening' | 'after-invitation';
    };

/** `outside` = not one the programme is for now; `waiting` = hers will come; `open` = she has a round now. */
export type Verdict = {
  readonly standing: 'outside' | 'waiting' | 'due' | 'open';
  /** Those that decide first; never empty. */
  readonly reasons: readonly Reason[];
};

/** Where a person stands on a day, with every reason that holds. */
export function targetGroup(facts: PersonFacts, today: Day, rules: PeopleRules, due: DueRules): Verdict {
  const against = [...register(facts, today, rules), ...age(facts, today, due)];
  if (facts.openRoundSince)
    return { standing: 'open', reasons: [{ kind: 'round-open', since: facts.openRoundSince }, ...against] };
  const next = dueDay(dueFacts(facts), today, due);
  if (next.kind === 'never' && next.because === 'in-follow-up' && facts.lastCancerOn && next.until) {
    against.push({ kind: 'in-follow-up', cancerOn: facts.lastCancerOn, until: next.until });
  }
  if (against.length > 0 || next.kind === 'never')
    return { standing: standing(against), reasons: orTooOld(against, facts, due) };
  if (facts.areaPausedOn && facts.areaPausedOn <= today) {
    return {
      standing: 'waiting',
      reasons: [{ kind: 'area-paused', since: facts.areaPausedOn }, reasonOfDue(next, today)],
    };
  }
  return { standing: next.on <= today ? 'due' : 'waiting', reasons: [reasonOfDue(next, today)] };
}

/** Whether a stop of invitations holds on a day. */
export function isStopped(stops: PersonFacts['stops'], on: Day): boolean {
  return stops.some((stop) => stop.from <= on && (stop.lifted === null || stop.lifted > on));
}

function register(facts: PersonFacts, today: Day, rules: PeopleRules): Reason[] {
  const reasons: Reason[] = [];
  if (facts.status !== 'resident') reasons.push({ kind: facts.status, since: facts.statusOn });
  if (!rules.sexes.includes(facts.sex)) reasons.push({ kind: 'sex' });
  const stop = facts.stops.find((s) => isStopped([s], today));
  if (stop) reasons.push({ kind: 'stopped', since: stop.from });
  return reasons;
}

/** By birth year and area, not by birthday. */
function age(facts: PersonFacts, today: Day, due: DueRules): Reason[] {
  const span = spanOf(facts.centreId, due);
  const birthYear = yearOf(facts.birthDate);
  const reached = yearOf(today) - birthYear;
  if (reached < span.from) return [{ kind: 'too-young', firstYear: birthYear + span.from, age: span.from }];
  if (reached > span.to + due.lateYears) return [{ kind: 'too-old', lastYear: birthYear + span.to, age: span.to }];
  return [];
}

function spanOf(centreId: string, due: DueRules): AgeSpan {
  return due.agesByCentre[centreId] ?? due.ages;
}

function dueFacts(facts: PersonFacts) {
  const { birthDate, centreId, statusOn, lastScreenedOn, lastInvitedOn, lastCancerOn } = facts;
  return { birthDate, centreId, residentSince: statusOn, lastScreenedOn, lastInvitedOn, lastCancerOn };
}

/** Too young and in follow-up pass; the rest keeps her outside until something is changed. */
function standing(against: readonly Reason[]): Verdict['standing'] {
  const passes = against.length > 0 && against.every((r) => r.kind === 'too-young' || r.kind === 'in-follow-up');
  return passes ? 'waiting' : 'outside';
}

/** A woman whose next round would fall after the last age is outside, although she is not past it today. */
function orTooOld(against: readonly Reason[], facts: PersonFacts, due: DueRules): readonly Reason[] {
  if (against.length > 0) return against;
  const span = spanOf(facts.centreId, due);
  const birthYear = yearOf(facts.birthDate);
  return [{ kind: 'too-old', lastYear: birthYear + span.to, age: span.to }];
}

function reasonOfDue(next: Extract<Due, { kind: 'due' }>, today: Day): Reason {
  return { kind: next.on <= today ? 'due' : 'not-yet-due', on: next.on, because: next.because };
}
