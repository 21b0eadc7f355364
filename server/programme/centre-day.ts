import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { centreDay as contract } from '#contracts/centre-day';
import { type Needs, readNeeds, requiredBy, unmetNeeds } from '#core/invitation/needs';
import { type Day, daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import { loadRecallsToBook } from '#server/assessment/recalls-to-book';
import { loadResultsOutstanding } from '#server/assessment/results-outstanding';
import type { Tx } from '#server/db/transaction';
import { loadWithoutTime } from './fallen-out.ts';

type CentreDay = OutputOf<typeof contract>;
type Row = Omit<CentreDay['rows'][number], 'needs' | 'unmet'> & { day: Day; needs: unknown; stepFree: boolean };

/** Coming times looked through for needs that they do not meet. */
const AHEAD_DAYS = 60;

/** A centre's day: the first of the actor's centres unless one is named. Every woman named is a look. Refuses with `not-found`. */
export async function centreDay(
  tx: Tx,
  input: { readonly centreId?: string | undefined; readonly day?: Day | undefined },
): Promise<Result<CentreDay>> {
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'short_name'])
    .where(sql<boolean>`actor_sees_centre(id)`)
    .orderBy('id')
    .execute();
  const centre = input.centreId ? centres.find(({ id }) => id === input.centreId) : centres[0];
  if (!centre) return refuse('not-found', 'There is no such centre, or it is another’s');
  const day = input.day ?? tx.today;
  const all = await appointments(tx, centre.id, day);
  const rows = all.filter((row) => row.day === day).map(withNeeds);
  const unmet = all
    .filter((row) => row.day > tx.today)
    .flatMap((row) => {
      const one = withNeeds(row);
      return one.unmet.length > 0 ? [{ ...one, day: row.day }] : [];
    });
  const handovers = await openHandovers(tx, centre.id);
  for (const { personId } of [...rows, ...unmet, ...handovers]) tx.look(personId, 'the centre’s day');
  const [recalls, outstanding, withoutTime, assessments] = [
    await loadRecallsToBook(tx, centre.id),
    await loadResultsOutstanding(tx, centre.id),
    await loadWithoutTime(tx, centre.id),
    await sql<{ n: number }>`
      select count(*)::int as n from assessment_appointment
      where centre_id = ${centre.id} and day = ${day} and status not in ('moved', 'cancelled')`.execute(tx.q),
  ];
  const limit = invitationRules.failsafe.withoutTimeDays;
  return ok({
    today: tx.today,
    day,
    centreId: centre.id,
    centreName: centre.short_name,
    centres: centres.map(({ id, short_name }) => ({ centreId: id, name: short_name })),
    rows,
    handovers,
    waits: {
      recalls: waits(recalls.map(({ waiting }) => ({ days: waiting.workingDays, late: waiting.grade === 'late' }))),
      outstanding: waits(
        outstanding.map(({ waiting }) => ({ days: waiting.workingDays, late: waiting.grade === 'late' })),
      ),
      withoutTime: waits(
        withoutTime.map(({ since }) => {
          const days = daysBetween(since, tx.today);
          return { days, late: days > limit };
        }),
      ),
    },
    assessmentsToday: assessments.rows[0]?.n ?? 0,
    unmet: unmet.map(({ personId, name, day: on, at, unitName, unmet: lacks }) => ({
      personId,
      name,
      day: on,
      at,
      unitName,
      unmet: lacks,
    })),
  });
}

function waits(waiting: readonly { readonly days: number; readonly late: boolean }[]) {
  return {
    count: waiting.length,
    oldestDays: waiting.length === 0 ? null : Math.max(...waiting.map(({ days }) => days)),
    late: waiting.filter(({ late }) => late).length,
  };
}

function withNeeds({ needs: stored, stepFree, day: _, ...row }: Row): CentreDay['rows'][number] {
  const needs: Needs = readNeeds(stored);
  const live = row.status === 'invited' || row.status === 'confirmed';
  const requires = requiredBy(needs, invitationRules.needs);
  return { ...row, needs, unmet: live ? unmetNeeds(requires, { longer: row.longer, stepFree }) : [] };
}

/** The appointments of a day, and coming ones of women with needs. */
async function appointments(tx: Tx, centreId: string, day: Day): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select a.person_id as "personId", a.appointment_id as "appointmentId", a.day, left(a.at::text, 5) as at,
      a.unit_id as "unitId", u.name as "unitName", concat_ws(', ', p.family_name, p.given_name) as name,
      p.birth_date as "birthDate", p.phone, a.kind, a.status, a.also_at is not null as longer, p.needs,
      coalesce(u.step_free, u.kind = 'stationary') as "stepFree"
    from appointment a
    join person p on p.person_id = a.person_id
    join unit u on u.id = a.unit_id
    where u.centre_id = ${centreId} and (
      a.day = ${day} and a.status not in ('moved', 'cancelled')
      or a.day > ${tx.today} and a.day <= ${tx.today}::date + ${AHEAD_DAYS}::int and a.status in ('invited', 'confirmed')
        and p.needs <> '{}')
    order by a.day, a.at, u.name, p.family_name, p.person_id`.execute(tx.q);
  return rows;
}

async function openHandovers(tx: Tx, centreId: string): Promise<CentreDay['handovers']> {
  const { rows } = await sql<CentreDay['handovers'][number]>`
    select n.person_id as "personId", n.note_id as "noteId", concat_ws(', ', p.family_name, p.given_name) as name, n.words,
      coalesce(s.name, n.written_by) as by, n.written_on as "writtenOn"
    from woman_note n
    join person p on p.person_id = n.person_id
    left join staff_user s on s.id = n.written_by
    where n.handover and n.done_on is null and p.centre_id = ${centreId}
    order by n.recorded_at`.execute(tx.q);
  return rows;
}
