/** The appointment: everything that may happen to a time for imaging stands in one table; what is not there cannot. */
import { ok, type Result, refuse } from '#core/kernel/result';

export const appointmentStatuses = [
  'invited',
  'confirmed',
  'moved',
  'cancelled',
  'checked-in',
  'screened',
  'partially-screened',
  'attended-not-screened',
  'did-not-attend',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export const appointmentKinds = ['ordinary', 'reminder', 'technical-recall'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export const appointmentActions = [
  'confirm',
  'move',
  'cancel',
  'withdraw',
  'check-in',
  'undo-check-in',
  'screen',
  'screen-partially',
  'leave-without-images',
  'not-attend',
] as const;
export type AppointmentAction = (typeof appointmentActions)[number];

/** A live appointment holds a place in its slot. At most one a person. */
export const liveStatuses = ['invited', 'confirmed', 'checked-in'] as const satisfies readonly AppointmentStatus[];
type LiveStatus = (typeof liveStatuses)[number];

export const appointmentTable: Readonly<
  Record<LiveStatus, Partial<Readonly<Record<AppointmentAction, AppointmentStatus>>>>
> = {
  invited: {
    confirm: 'confirmed',
    move: 'moved',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    'check-in': 'checked-in',
    'not-attend': 'did-not-attend',
  },
  confirmed: {
    move: 'moved',
    cancel: 'cancelled',
    withdraw: 'cancelled',
    'check-in': 'checked-in',
    'not-attend': 'did-not-attend',
  },
  'checked-in': {
    'undo-check-in': 'invited',
    screen: 'screened',
    'screen-partially': 'partially-screened',
    'leave-without-images': 'attended-not-screened',
  },
};

export function isLive(status: AppointmentStatus): status is LiveStatus {
  return (liveStatuses as readonly AppointmentStatus[]).includes(status);
}

/** The status after an action; refuses with `appointment-over` (nothing leads out) or `not-now`. */
export function appointmentAfter(
  status: AppointmentStatus,
  action: AppointmentAction,
): Result<AppointmentStatus, 'appointment-over' | 'not-now'> {
  if (!isLive(status)) return refuse('appointment-over', `The appointment is over (${status})`, { status });
  const next = appointmentTable[status][action];
  return next
    ? ok(next)
    : refuse('not-now', `"${action}" is not possible while the appointment is ${status}`, { status });
}

/** Whether leaving a live status for `next` gives the place in the slot back: only when she will not use the time. */
export function freesPlace(next: AppointmentStatus): boolean {
  return next === 'moved' || next === 'cancelled';
}

/** Why an appointment is cancelled, and what it means for the round. */
export const cancelReasons = ['later', 'not-this-round', 'never'] as const;
export type CancelReason = (typeof cancelReasons)[number];
