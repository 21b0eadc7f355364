import type { AttendanceRules } from '#core/invitation/attendance';
import type { CalendarRules } from '#core/invitation/calendar';
import type { DueRules } from '#core/invitation/due';
import type { NeedRules } from '#core/invitation/needs';
import type { FailsafeRules } from '#core/programme/fallen-out';
import type { PlanRules } from '#core/invitation/round-plan';

/** Everything the area `invitation` decides by; a programme is one value of this type. */
export type InvitationRules = {
  readonly due: DueRules;
  readonly calendar: CalendarRules;
  readonly attendance: AttendanceRules;
  readonly plan: PlanRules;
  readonly timing: TimingRules;
  readonly needs: NeedRules;
  readonly rebooking: RebookingRules;
  readonly failsafe: FailsafeRules;
};

export type TimingRules = {
  /** Days from the invitation to the first day it may be for. */
  readonly noticeDays: number;
  /** Length of the window that one planning run fills, days. */
  readonly windowDays: number;
  /** Days from a missed (or put off) appointment to the day on which the reminder is decided. */
  readonly reminderAfterDays: number;
  /** Days from deciding a reminder to the first day its new appointment may be on. */
  readonly reminderNoticeDays: number;
  /** Days after a missed reminder before the episode is closed as not attended. */
  readonly closeAfterDays: number;
  /** How many free times of a unit are offered on each day when an appointment is moved, spread over the day. */
  readonly timesOffered: number;
  /** How far ahead a woman may move her appointment, days. */
  readonly moveWithinDays: number;
};

/** The programme takes times away (a pause, new hours) and gives others. */
export type RebookingRules = {
  /** First day of a new time, days from today; then windows one after the other until everyone has one. */
  readonly noticeDays: number;
  /** How far ahead a new time is looked for before a woman has to wait, days. */
  readonly withinDays: number;
  /** A woman whose lost time is sooner than this is rung too: a letter may come too late, days. */
  readonly ringWithinDays: number;
  /** How long a rebooking can be taken back, days after it was made. */
  readonly undoDays: number;
};
