import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { isCentre } from './news.ts';

type NewMeeting = {
  readonly title: string;
  readonly day: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly agenda: string;
  readonly centreId: string | null;
};
type Done = Result<{ readonly done: true }>;

/** Calls a meeting. Refuses `no-such-centre`, `past-date`, and `ends-before-start`. */
export async function callMeeting(tx: Tx, input: NewMeeting): Promise<Result<{ readonly meetingId: string }>> {
  if (!(await isCentre(tx, input.centreId)))
    return refuse('no-such-centre', `There is no breast centre ${input.centreId}`);
  if (input.day < tx.today) return refuse('past-date', 'The meeting must be on a day to come');
  if (input.endsAt <= input.startsAt) return refuse('ends-before-start', 'The meeting must end after it has begun');
  const { meeting_id } = await tx.q
    .insertInto('meeting')
    .values({
      title: input.title,
      day: input.day,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      place: input.place,
      agenda: input.agenda,
      centre_id: input.centreId,
      called_by: tx.actor.userId,
      called_on: tx.today,
    })
    .returning('meeting_id')
    .executeTakeFirstOrThrow();
  tx.record('meeting.called', null, { meeting: meeting_id, centre: input.centreId });
  return ok({ meetingId: meeting_id });
}

/** Cancels a meeting to come. Refuses `not-found`, also when it is cancelled already or has been held. */
export async function cancelMeeting(tx: Tx, input: { readonly meetingId: string }): Promise<Done> {
  const cancelled = await tx.q
    .updateTable('meeting')
    .set({ cancelled_on: tx.today })
    .where('meeting_id', '=', input.meetingId)
    .where('cancelled_on', 'is', null)
    .where('day', '>=', tx.today)
    .returning('meeting_id')
    .executeTakeFirst();
  if (!cancelled) return refuse('not-found', 'There is no such meeting to come');
  tx.record('meeting.cancelled', null, { meeting: input.meetingId });
  return ok({ done: true });
}

/** Says whether the actor comes; the last word holds. Refuses `not-found` for a meeting not to come or not hers. */
export async function replyToMeeting(
  tx: Tx,
  input: { readonly meetingId: string; readonly coming: boolean },
): Promise<Done> {
  const meeting = await tx.q
    .selectFrom('meeting')
    .select('meeting_id')
    .where('meeting_id', '=', input.meetingId)
    .where('cancelled_on', 'is', null)
    .where('day', '>=', tx.today)
    .executeTakeFirst();
  if (!meeting) return refuse('not-found', 'There is no such meeting to come');
  await tx.q
    .insertInto('meeting_reply')
    .values({ meeting_id: input.meetingId, user_id: tx.actor.userId, coming: input.coming })
    .onConflict((c) => c.columns(['meeting_id', 'user_id']).doUpdateSet({ coming: input.coming, at: tx.at }))
    .execute();
  return ok({ done: true });
}

/** Puts minutes beside a meeting. Refuses `not-found` for either. */
export async function attachMinutes(
  tx: Tx,
  input: { readonly meetingId: string; readonly documentId: string },
): Promise<Done> {
  const document = await tx.q
    .selectFrom('document')
    .select('document_id')
    .where('document_id', '=', input.documentId)
    .where('kind', '=', 'minutes')
    .executeTakeFirst();
  if (!document) return refuse('not-found', 'The minutes are not in the library');
  const kept = await tx.q
    .updateTable('meeting')
    .set({ minutes_id: input.documentId })
    .where('meeting_id', '=', input.meetingId)
    .returning('meeting_id')
    .executeTakeFirst();
  if (!kept) return refuse('not-found', 'There is no such meeting');
  tx.record('meeting.minutes', null, { meeting: input.meetingId, document: input.documentId });
  return ok({ done: true });
}
