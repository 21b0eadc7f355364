import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { isCentre } from './is-centre.ts';

type NewMeeting = {
  readonly title: string;
  readonly day: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly agenda: string;
  readonly centreId: string | null;
};

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
