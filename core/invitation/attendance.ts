/**
 * Predicted attendance of one appointment: a base probability by the woman's history, moved on the log-odds scale by
 * age, letter channel and time of day. Each effect is the published group's attendance against the published mean, so
 * that a group's own figure comes back when nothing else differs. It decides how many are booked on a day, never which
 * time a woman gets.
 */
import { minutesOf } from '#core/invitation/opening';

export type History =
  | { readonly kind: 'first' }
  | { readonly kind: 'attended-last' }
  /** Missed that many rounds in a row, most recent last. */
  | { readonly kind: 'missed'; readonly rounds: number }
  /** A second timed appointment in the same round, after not coming to the first. */
  | { readonly kind: 'reminder' };

export type AttendanceRules = {
  /** Attendance of all, the level that the effects below are measured against. */
  readonly mean: number;
  readonly history: {
    readonly first: number;
    readonly attendedLast: number;
    /** After 1, 2, 3 ... missed rounds; the last value holds for more. */
    readonly missed: readonly number[];
    readonly reminder: number;
  };
  /** Years of age from `from` up to and including `to`. */
  readonly ages: readonly { readonly from: number; readonly to: number; readonly attendance: number }[];
  readonly digital: number;
  readonly paper: number;
  /** Times of day from `from` (included) to `to` (not included), "HH:MM". */
  readonly times: readonly { readonly from: string; readonly to: string; readonly attendance: number }[];
};

export type AttendanceFacts = {
  readonly history: History;
  readonly age: number;
  readonly digital: boolean;
  /** Left out while the time is not chosen yet. */
  readonly at?: string;
};

/** Probability, strictly between 0 and 1, that she comes. */
export function predictAttendance(facts: AttendanceFacts, rules: AttendanceRules): number {
  const mean = logOdds(rules.mean);
  let x = logOdds(baseOf(facts.history, rules));
  const age = rules.ages.find((each) => each.from <= facts.age && facts.age <= each.to);
  if (age) x += logOdds(age.attendance) - mean;
  x += logOdds(facts.digital ? rules.digital : rules.paper) - mean;
  const time = facts.at === undefined ? undefined : timeOf(facts.at, rules);
  if (time) x += logOdds(time.attendance) - mean;
  return 1 / (1 + Math.exp(-x));
}

function baseOf(history: History, rules: AttendanceRules): number {
  if (history.kind === 'first') return rules.history.first;
  if (history.kind === 'attended-last') return rules.history.attendedLast;
  if (history.kind === 'reminder') return rules.history.reminder;
  const missed = rules.history.missed;
  return missed[Math.min(history.rounds, missed.length) - 1] ?? rules.mean;
}

function timeOf(at: string, rules: AttendanceRules) {
  const minutes = minutesOf(at);
  return rules.times.find((each) => minutesOf(each.from) <= minutes && minutes < minutesOf(each.to));
}

const logOdds = (p: number): number => Math.log(p / (1 - p));
