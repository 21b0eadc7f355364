import { checkEntryDay, decideEntry, type EntryConflict, type EntryDecision } from '#core/examination/day-entry';
import { decideExamination } from '#core/examination/result';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { clinicRules, examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';
import { entryStanding, lockEntryAppointment } from './entry-standing.ts';
import { type DayEntry, performEntry } from './perform-entry.ts';

export type EntryTaken = {
  readonly entryId: string;
  readonly state: 'recorded' | 'nothing-new' | 'conflict' | 'set-aside';
  readonly conflict: EntryConflict | null;
};

/**
 * Takes in one entry of a day without the system, once: what is sent again is answered as the first time. What fits is
 * recorded; what does not is kept as a conflict for a person. Refuses `not-found`, `not-yet`, `too-long-ago` and
 * `no-such-radiographer`; then nothing is kept, and it stays with the sender.
 */
export async function takeEntry(tx: Tx, entry: DayEntry): Promise<Result<EntryTaken>> {
  // The lock comes first: the same entry sent twice at once waits here for itself.
  const row = await lockEntryAppointment(tx, entry);
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  const before = await takenBefore(tx, entry);
  if (before) return ok(before);
  const day = checkEntryDay(row.day, tx.today, clinicRules.entries.daysBack);
  if (!day.ok) return day;
  if (!(await worksAt(tx, entry.performedBy, row.centre_id)))
    return refuse('no-such-radiographer', `${entry.performedBy} is no radiographer of this centre`);
  const standing = await entryStanding(tx, entry.personId, row);
  const decision = contradicts(entry, row.day) ?? decideEntry(entry.content.kind, standing);
  if (decision.act === 'check-in' || decision.act === 'record') {
    const done = await performEntry(tx, entry, row, decision.reopen);
    if (!done.ok) return done;
  }
  const taken: EntryTaken = {
    entryId: entry.entryId,
    state: decision.act === 'conflict' ? 'conflict' : decision.act === 'nothing' ? 'nothing-new' : 'recorded',
    conflict: decision.act === 'conflict' ? decision.because : null,
  };
  await keep(tx, entry, row, taken);
  return ok(taken);
}

/** An examination that contradicts itself: the page holds it to the same rule, so that this is another program's slip. */
function contradicts({ content }: DayEntry, day: Day): EntryDecision | undefined {
  if (content.kind !== 'examined' || decideExamination(content, examinationRules, day).ok) return undefined;
  return { act: 'conflict', because: 'cannot-be-recorded' };
}

async function takenBefore(tx: Tx, entry: DayEntry): Promise<EntryTaken | undefined> {
  const row = await tx.q
    .selectFrom('day_entry')
    .select(['state', 'conflict'])
    .where('person_id', '=', entry.personId)
    .where('entry_id', '=', entry.entryId)
    .executeTakeFirst();
  return row && { entryId: entry.entryId, state: row.state, conflict: row.conflict as EntryConflict | null };
}

async function worksAt(tx: Tx, userId: string, centreId: string): Promise<boolean> {
  const user = await tx.q
    .selectFrom('staff_user')
    .select('id')
    .where('id', '=', userId)
    .where('role', '=', 'radiographer')
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return user !== undefined;
}

async function keep(
  tx: Tx,
  entry: DayEntry,
  row: { readonly centre_id: string; readonly unit_id: string; readonly day: Day },
  taken: EntryTaken,
): Promise<void> {
  await tx.q
    .insertInto('day_entry')
    .values({
      person_id: entry.personId,
      entry_id: entry.entryId,
      appointment_id: entry.appointmentId,
      centre_id: row.centre_id,
      unit_id: row.unit_id,
      day: row.day,
      source: entry.source,
      kind: entry.content.kind,
      performed_by: entry.performedBy,
      arrived_at: entry.arrivedAt,
      done_at: entry.doneAt,
      content: JSON.stringify(taken.state === 'conflict' ? entry.content : {}),
      state: taken.state,
      conflict: taken.conflict,
      entered_by: tx.actor.userId,
      entered_on: tx.today,
    })
    .execute();
  tx.record('examination.entry-taken', entry.personId, {
    entry: entry.entryId,
    appointment: entry.appointmentId,
    source: entry.source,
    what: entry.content.kind,
    state: taken.state,
    ...(taken.conflict ? { conflict: taken.conflict } : {}),
  });
}
