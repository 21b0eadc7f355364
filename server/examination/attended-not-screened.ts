import { afterNotScreened, type NotScreenedReason } from '#core/examination/result';
import { addDays, addMonths, type Day, maxDay } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';
import { changeAppointment } from '#server/invitation/change-appointment';
import { moveEpisode } from '#server/invitation/move-episode';
import { bookNewTime, type NewTime } from './book-new-time.ts';
import { lockCheckedIn } from './lock-checked-in.ts';

export type AttendedNotScreened = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly version: number;
  readonly reason: NotScreenedReason;
  /** For `recent-mammogram`: when it was taken; a new time is given when it is old enough. */
  readonly lastMammogram?: Day | undefined;
};

/**
 * She came, but no image was taken. By the programme's rule for the reason, either the episode closes as not screened or
 * she is given a new time. `day` = the day she came, when it is entered afterwards. Refuses as `lockCheckedIn`, and `in-the-future` for a mammogram after today.
 */
export async function recordAttendedNotScreened(
  tx: Tx,
  input: AttendedNotScreened,
  day: Day = tx.today,
): Promise<Result<{ readonly next: 'new-time' | 'closes'; readonly newTime: NewTime | null }>> {
  const appointment = await lockCheckedIn(tx, input);
  if (!appointment.ok) return appointment;
  if (input.lastMammogram && input.lastMammogram > day) {
    return refuse('in-the-future', `Mammogram on ${input.lastMammogram}: expected a day not after ${day}`);
  }
  const { personId, reason } = input;
  const then = { ...tx, today: day };
  const changed = await changeAppointment(then, input, 'leave-without-images', reason);
  if (!changed.ok) return changed;
  const { episodeId, unitId } = changed.value;
  const key = { personId, episodeId };
  const next = afterNotScreened(reason, examinationRules);
  if (next === 'closes') {
    const moved = await moveEpisode(then, key, 'left-without-images', { reason });
    return moved.ok ? ok({ next, newTime: null }) : moved;
  }
  const wanted = { ...key, unitId, instead: changed.value, from: earliest(tx.today, input) };
  const newTime = await bookNewTime(tx, wanted, 'not-screened');
  return ok({ next, newTime });
}

function earliest(today: Day, input: AttendedNotScreened): Day {
  const soon = addDays(today, examinationRules.technicalRecallAfterDays);
  if (input.reason !== 'recent-mammogram') return soon;
  return maxDay(soon, addMonths(input.lastMammogram ?? today, examinationRules.recentMammogramMonths));
}
