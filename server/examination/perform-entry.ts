import type { Interview } from '#core/examination/interview';
import type { NotScreenedReason } from '#core/examination/result';
import type { ViewReport } from '#core/examination/views';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { changeAppointment } from '#server/invitation/change-appointment';
import { noteEpisode } from '#server/invitation/move-episode';
import { recordAttendedNotScreened } from './attended-not-screened.ts';
import { recordExamination } from './record-examination.ts';
import { reopenAppointment } from './reopen-appointment.ts';

/** What was done with her, as on the paper or on the device. */
export type EntryContent =
  | { readonly kind: 'arrived' }
  | {
      readonly kind: 'examined';
      readonly modality: 'DM' | 'DBT';
      readonly interview: Interview;
      readonly views: readonly ViewReport[];
      readonly cannotBeBetter: boolean;
    }
  | { readonly kind: 'not-screened'; readonly reason: NotScreenedReason; readonly lastMammogram?: Day | undefined };

export type DayEntry = {
  /** Made where it was written down, so that an entry sent twice is taken once. */
  readonly entryId: string;
  readonly personId: string;
  readonly appointmentId: string;
  readonly source: 'paper' | 'offline';
  /** The radiographer, as on the paper. */
  readonly performedBy: string;
  readonly arrivedAt: string | null;
  readonly doneAt: string | null;
  readonly content: EntryContent;
};

/** Reason in the change rows of an appointment, and word of the timeline. */
export const AFTERWARDS = 'entered-afterwards';

type OnAppointment = { readonly episode_id: string; readonly day: Day; readonly status: string };

/**
 * Lets happen what an entry says, on the day it happened: taken up again when it was written off, checked in, examined
 * or not. The timeline says that it was entered afterwards, from what and by whom it was done. Refuses as those use cases.
 */
export async function performEntry(
  tx: Tx,
  entry: DayEntry,
  row: OnAppointment,
  reopen: boolean,
): Promise<Result<undefined>> {
  const then = { ...tx, today: row.day };
  const { personId, appointmentId, content } = entry;
  if (reopen) {
    const again = await reopenAppointment(then, { personId, appointmentId, reason: AFTERWARDS });
    if (!again.ok) return again;
  }
  if (row.status !== 'checked-in') {
    const here = await changeAppointment(then, { personId, appointmentId }, 'check-in', AFTERWARDS);
    if (!here.ok) return here;
  }
  const done = await recordContent(tx, entry, row.day);
  if (!done.ok) return done;
  await noteEpisode(then, { personId, episodeId: row.episode_id }, AFTERWARDS, {
    entry: entry.entryId,
    appointment: appointmentId,
    source: entry.source,
    what: content.kind,
    performedBy: entry.performedBy,
    enteredOn: tx.today,
  });
  return ok(undefined);
}

async function recordContent(tx: Tx, entry: DayEntry, day: Day): Promise<Result<unknown>> {
  const { personId, appointmentId, content } = entry;
  if (content.kind === 'arrived') return ok(undefined);
  const { version } = await tx.q
    .selectFrom('appointment')
    .select('version')
    .where('person_id', '=', personId)
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirstOrThrow();
  const key = { personId, appointmentId, version };
  if (content.kind === 'examined') {
    // A study may have drawn other images before the network was gone: what was taken stands, and is no reason to refuse it.
    const examined = { ...key, ...content, otherImagesBecause: AFTERWARDS };
    return recordExamination(tx, examined, { day, by: entry.performedBy });
  }
  const { reason, lastMammogram } = content;
  return recordAttendedNotScreened(tx, { ...key, reason, lastMammogram }, day);
}
