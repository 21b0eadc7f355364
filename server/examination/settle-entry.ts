import { mayRecordAllTheSame } from '#core/examination/day-entry';
import { isLive } from '#core/invitation/appointment';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { changeAppointment } from '#server/invitation/change-appointment';
import { entryStanding, lockEntryAppointment } from './entry-standing.ts';
import { type DayEntry, type EntryContent, performEntry } from './perform-entry.ts';

export type SettleEntry = {
  readonly personId: string;
  readonly entryId: string;
  /** `record`: it counts, and what was booked since is withdrawn. `set-aside`: it does not, for the reason given. */
  readonly how: 'record' | 'set-aside';
  readonly because: string;
};

/**
 * A person settles an entry that did not fit. Refuses `not-found`, `already-settled`, `cannot-record` when her round has
 * gone on (then it can only be set aside), and as the use cases that record.
 */
export async function settleEntry(tx: Tx, input: SettleEntry): Promise<Result<{ readonly state: string }>> {
  const found = await loadEntry(tx, input);
  if (!found) return refuse('not-found', 'There is no such entry, or it belongs to another centre');
  if (found.state !== 'conflict') return refuse('already-settled', `The entry is settled (${found.state})`);
  if (input.how === 'record') {
    const recorded = await recordAllTheSame(tx, found.entry);
    if (!recorded.ok) return recorded;
  }
  const state = input.how === 'record' ? 'recorded' : 'set-aside';
  await tx.q
    .updateTable('day_entry')
    .set({
      state,
      settled_by: tx.actor.userId,
      settled_on: tx.today,
      settled_because: input.because,
      ...(state === 'recorded' ? { content: JSON.stringify({}) } : {}),
    })
    .where('person_id', '=', input.personId)
    .where('entry_id', '=', input.entryId)
    .execute();
  tx.record('examination.entry-settled', input.personId, { entry: input.entryId, state, because: input.because });
  return ok({ state });
}

async function recordAllTheSame(tx: Tx, entry: DayEntry): Promise<Result<undefined>> {
  const row = await lockEntryAppointment(tx, entry);
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  const standing = await entryStanding(tx, entry.personId, row);
  if (!mayRecordAllTheSame(standing))
    return refuse('cannot-record', `Her round has gone on (${standing.episode}, ${standing.status})`);
  const others = await tx.q
    .selectFrom('appointment')
    .select('appointment_id')
    .where('person_id', '=', entry.personId)
    .where('appointment_id', '<>', entry.appointmentId)
    .where('status', 'in', ['invited', 'confirmed'])
    .execute();
  for (const { appointment_id: appointmentId } of others) {
    const gone = await changeAppointment(tx, { personId: entry.personId, appointmentId }, 'withdraw', 'examined');
    if (!gone.ok) return gone;
  }
  return performEntry(tx, entry, row, !isLive(row.status));
}

async function loadEntry(
  tx: Tx,
  key: { readonly personId: string; readonly entryId: string },
): Promise<{ readonly state: string; readonly entry: DayEntry } | undefined> {
  const row = await tx.q
    .selectFrom('day_entry')
    .selectAll()
    .where('person_id', '=', key.personId)
    .where('entry_id', '=', key.entryId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const entry: DayEntry = {
    entryId: row.entry_id,
    personId: row.person_id,
    appointmentId: row.appointment_id,
    source: row.source,
    performedBy: row.performed_by,
    arrivedAt: row.arrived_at,
    doneAt: row.done_at,
    // Written by takeEntry from a value that the contract had checked.
    content: row.content as EntryContent,
  };
  return { state: row.state, entry };
}
