import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { womanNote } from '#contracts/notes';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type Note = z.output<typeof womanNote>;

/** Notes about a woman, newest first. The look is recorded. */
export async function listNotes(
  tx: Tx,
  { personId }: { readonly personId: string },
): Promise<{ notes: readonly Note[] }> {
  tx.look(personId, 'notes');
  const { rows } = await sql<Note>`
    select n.note_id as "noteId", n.written_on as "writtenOn", coalesce(w.name, n.written_by) as by, n.words, n.handover,
      n.done_on as "doneOn", coalesce(d.name, n.done_by) as "doneBy"
    from woman_note n
    left join staff_user w on w.id = n.written_by
    left join staff_user d on d.id = n.done_by
    where n.person_id = ${personId}
    order by n.recorded_at desc`.execute(tx.q);
  return { notes: rows };
}

/** Writes a note. Refuses with `not-found`. */
export async function writeNote(
  tx: Tx,
  input: { readonly personId: string; readonly words: string; readonly handover: boolean },
): Promise<Result<{ readonly noteId: string }>> {
  const { personId, words, handover } = input;
  const known = await tx.q
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'known')
    .executeTakeFirst();
  if (!known) return refuse('not-found', 'There is no such woman, or she belongs to another centre');
  const noteId = randomUUID();
  await tx.q
    .insertInto('woman_note')
    .values({
      person_id: personId,
      note_id: noteId,
      written_on: tx.today,
      written_by: tx.actor.userId,
      words,
      handover,
    })
    .execute();
  // The words stay out of the log: what is asked for later is who wrote and when.
  tx.record('note.written', personId, { note: noteId, handover });
  return ok({ noteId });
}

/** A handover has been followed up. Refuses with `not-found` or `note-done`. */
export async function finishNote(
  tx: Tx,
  input: { readonly personId: string; readonly noteId: string },
): Promise<Result<{ readonly noteId: string }>> {
  const note = await tx.q
    .selectFrom('woman_note')
    .select('done_on')
    .where('person_id', '=', input.personId)
    .where('note_id', '=', input.noteId)
    .forUpdate()
    .executeTakeFirst();
  if (!note) return refuse('not-found', 'There is no such note');
  if (note.done_on) return refuse('note-done', `It was followed up on ${note.done_on}`);
  await tx.q
    .updateTable('woman_note')
    .set({ done_on: tx.today, done_by: tx.actor.userId })
    .where('person_id', '=', input.personId)
    .where('note_id', '=', input.noteId)
    .execute();
  tx.record('note.finished', input.personId, { note: input.noteId });
  return ok({ noteId: input.noteId });
}
