/**
 * When the SMS before an appointment goes out. Fact: to all women, three days before both the ordinary and the reminder
 * appointment (programme practice from 1 September 2025). If the day was missed it still goes, up to the appointment.
 */
import { addDays, type Day } from '#core/kernel/day';

export type SmsRules = {
  readonly daysBefore: number;
  /** Kinds of appointment that get one. */
  readonly appointmentKinds: readonly string[];
  /** Statuses in which the appointment still stands. */
  readonly standingStatuses: readonly string[];
};

export type SmsAppointment = {
  readonly kind: string;
  readonly status: string;
  readonly day: Day;
  /** Local time, 'HH:MM'. */
  readonly at: string;
};

/** Whether an SMS for the appointment should exist now (programme day and local time). Whether it does is not asked here. */
export function isSmsDue(appointment: SmsAppointment, today: Day, time: string, rules: SmsRules): boolean {
  return (
    rules.appointmentKinds.includes(appointment.kind) &&
    rules.standingStatuses.includes(appointment.status) &&
    today >= smsDay(appointment.day, rules) &&
    !isOver(appointment, today, time)
  );
}

/** The day the SMS belongs to. */
export function smsDay(appointmentDay: Day, rules: SmsRules): Day {
  return addDays(appointmentDay, -rules.daysBefore);
}

export function isOver(appointment: Pick<SmsAppointment, 'day' | 'at'>, today: Day, time: string): boolean {
  return appointment.day < today || (appointment.day === today && appointment.at <= time);
}
