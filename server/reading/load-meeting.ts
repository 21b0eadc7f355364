import { sql } from 'kysely';
import type { currentMeeting, meetingMinutes, meetings } from '#contracts/consensus-meeting';
import type { OutputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { mayTakeBack } from '#core/reading/freeze';
import { consensusReasons, consensusSeats } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { actingReader } from './reader.ts';
import { radiologistsOf, sittingNow } from './sitting.ts';

type Current = OutputOf<typeof currentMeeting>;
type Minutes = OutputOf<typeof meetingMinutes>;
type Head = NonNullable<Current['meeting']>;
type MinutedCase = Omit<Minutes['cases'][number], 'mayTakeBack'> & {
  readonly day: Day;
  readonly frozenFrom: Date | null;
  readonly memberIds: readonly string[];
  readonly state: string;
};

/** The meeting the acting radiologist sits in, and who of her centre could sit with her. */
export async function loadCurrentMeeting(tx: Tx): Promise<Result<Current>> {
  const reader = await actingReader(tx);
  if (!reader.ok) return reader;
  const sitting = await sittingNow(tx);
  const mine = sitting.get(reader.value.id);
  const radiologists = (await radiologistsOf(tx, reader.value.centreId)).map((one) => {
    const at = sitting.get(one.id);
    return { ...one, busy: at !== undefined && at !== mine };
  });
  const { recall, dismiss } = consensusReasons;
  return ok({
    meeting: mine ? ((await loadHead(tx, mine)) ?? null) : null,
    ...consensusSeats,
    radiologists,
    reasons: { recall: [...recall], dismiss: [...dismiss] },
  });
}

async function loadHead(tx: Tx, meetingId: string): Promise<(Head & { readonly centre: string }) | undefined> {
  const { rows } = await sql<Head & { centre: string }>`
    select m.meeting_id as "meetingId", m.day, k.name as centre,
      jsonb_build_object('id', m.presided_by, 'name', coalesce(s.name, m.presided_by)) as "presidedBy",
      to_char(m.opened_at at time zone 'Europe/Oslo', 'HH24:MI') as "openedAt",
      to_char(m.closed_at at time zone 'Europe/Oslo', 'HH24:MI') as "closedAt",
      (select jsonb_agg(jsonb_build_object('id', p.user_id, 'name', coalesce(u.name, p.user_id),
          'fromAt', to_char(p.from_at at time zone 'Europe/Oslo', 'HH24:MI'),
          'untilAt', to_char(p.until_at at time zone 'Europe/Oslo', 'HH24:MI')) order by p.from_at, p.user_id)
        from consensus_presence p left join staff_user u on u.id = p.user_id where p.meeting_id = m.meeting_id) as presence
    from consensus_meeting m join centre k on k.id = m.centre_id left join staff_user s on s.id = m.presided_by
    where m.meeting_id = ${meetingId}`.execute(tx.q);
  return rows[0];
}

/** The minutes: who was there, what was decided and why. The reads are not in them. Refuses with `not-found`. */
export async function loadMinutes(tx: Tx, input: { readonly meetingId: string }): Promise<Result<Minutes>> {
  const head = await loadHead(tx, input.meetingId);
  if (!head) return refuse('not-found', 'There is no such meeting, or it belongs to another centre');
  const { rows } = await sql<MinutedCase>`
    select k.person_id as "personId", k.case_id as "caseId", k.step, x.day as "examinedOn",
      to_char(k.recorded_at at time zone 'Europe/Oslo', 'HH24:MI') as at,
      extract(year from age(x.day, p.birth_date))::int as age, k.decision, k.breasts, k.reasons, k.note,
      k.day, k.frozen_from as "frozenFrom", k.members as "memberIds", c.state,
      array(select coalesce(u.name, m) from unnest(k.members) with ordinality as t (m, n) left join staff_user u on u.id = m order by n)
        as members
    from consensus k
    join reading_case c on c.person_id = k.person_id and c.case_id = k.case_id
    join examination x on x.person_id = c.person_id and x.examination_id = c.examination_id
    join person p on p.person_id = k.person_id
    where k.meeting_id = ${input.meetingId} order by k.recorded_at, k.case_id`.execute(tx.q);
  for (const { personId } of rows) tx.look(personId, 'minutes of a consensus meeting');
  const now = { instant: tx.at.getTime(), today: tx.today };
  const cases = rows.map(({ day, frozenFrom, memberIds, state, ...shown }) => {
    const decision = { day, frozenFrom: frozenFrom?.getTime() ?? null, members: memberIds };
    return { ...shown, mayTakeBack: state !== 'closed' && mayTakeBack(decision, tx.actor.userId, now).ok };
  });
  return ok({ ...head, cases });
}

/** The centre's meetings, the latest first. */
export async function listMeetings(tx: Tx): Promise<OutputOf<typeof meetings>> {
  const { rows } = await sql<OutputOf<typeof meetings>['meetings'][number]>`
    select m.meeting_id as "meetingId", m.day, coalesce(s.name, m.presided_by) as "presidedBy", m.closed_at is null as open,
      count(k.case_id)::int as cases, (count(*) filter (where k.decision = 'recall'))::int as recalled
    from consensus_meeting m
    left join staff_user s on s.id = m.presided_by
    left join consensus k on k.meeting_id = m.meeting_id
    group by m.meeting_id, s.name order by m.opened_at desc limit 100`.execute(tx.q);
  return { meetings: rows };
}
