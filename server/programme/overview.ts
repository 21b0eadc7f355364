import { sql } from 'kysely';
import { addDays, type Day, weekStart } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { carryOutBy } from '#core/people/carry-out-reservation';
import { type Backlog, type BacklogKind, backlogKinds, backlogOf, type WaitingSince } from '#core/programme/backlog';
import { fallenOut } from '#core/programme/fallen-out';
import { invitationRules } from '#programmes/breast-no/invitation';
import { backlogLimits } from '#programmes/breast-no/overview';
import { peopleRules } from '#programmes/breast-no/people';
import { loadRecallsToBook } from '#server/assessment/recalls-to-book';
import { loadResultsOutstanding } from '#server/assessment/results-outstanding';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { loadDueDays } from '#server/invitation/due-days';
import { unitsWithoutDays } from '#server/invitation/units-without-days';
import { duplicatesSince } from '#server/people/find-duplicates';
import { endingApprovals, heldSites } from '#server/studies/held-sites';
import { loadWithoutTime } from './fallen-out.ts';
import { loadLetterDays } from './letter-days.ts';

/** What the office sees first: counts only, of the women that the actor's centres may see. */
export async function loadOverview(db: Database, actor: Actor) {
  const due = await countDue(db, actor.centres);
  return inTransaction(db, actor, async (tx) => ({
    today: tx.today,
    backlogs: await loadBacklogs(tx, due),
    letterDays: await loadLetterDays(tx),
    day: await loadDay(tx),
    centres: await loadCentres(tx),
  }));
}

type Due = { readonly overdue: WaitingSince; readonly forgotten: WaitingSince };

/**
 * Women past the tolerance around their due day, in the centres' areas, and those of them whom the failsafe shows. Counted
 * with the programme's own eyes: a woman who has moved in has her last round at a centre that the actor may not see, and
 * would otherwise look never invited.
 */
function countDue(db: Database, centres: Actor['centres']): Promise<Due> {
  return inTransaction(db, system, async (tx) => {
    const { due: rules, failsafe } = invitationRules;
    const dueUntil = addDays(tx.today, -rules.toleranceDays - 1);
    const due = await loadDueDays(tx, { dueUntil, centreIds: centres === 'all' ? undefined : centres });
    const days = due.map((woman) => woman.on);
    return {
      overdue: since(days.map((day) => addDays(day, rules.toleranceDays))),
      forgotten: since(
        days.filter((day) => fallenOut({ kind: 'due', since: day, areaPaused: false }, tx.today, failsafe)),
      ),
    };
  });
}

/** Every backlog with its size and age. What an area counts by a rule of its own is asked of that area. */
async function loadBacklogs(tx: Tx, due: Due): Promise<Backlog[]> {
  const waiting = new Map<BacklogKind, WaitingSince>();
  const { rows } = await sql<{ kind: BacklogKind; since: Day; count: number }>`
    select 'messages-failed' as kind, decided_on as since, count(*)::int as count
      from message where state = 'failed' group by decided_on
    union all
    select 'appointments-open', day, count(*)::int
      from appointment where status in ('invited', 'confirmed', 'checked-in') and day < ${tx.today} group by day
    union all
    select case when held then 'held' when kind = 'consensus' then 'consensus' else 'to-read' end,
      opened_on, count(distinct case_id)::int
      from reading_task group by 1, 2`.execute(tx.q);
  for (const { kind, ...one } of rows) waiting.set(kind, [...(waiting.get(kind) ?? []), one]);
  waiting.set('overdue', due.overdue);
  waiting.set('fallen-out', [...due.forgotten, ...since(await withoutTimeTooLong(tx))]);
  waiting.set('paused', since(await pausedSince(tx)));
  waiting.set('units-shut', since((await unitsWithoutDays(tx)).map(() => tx.today)));
  waiting.set('reservations', since(await reservationsDue(tx)));
  waiting.set('duplicates', since(await duplicatesSince(tx)));
  waiting.set('studies-held', since((await heldSites(tx)).map((site) => site.since)));
  waiting.set('studies-ending', since((await endingApprovals(tx)).map((one) => one.toldSince)));
  waiting.set('recalls-to-book', since((await loadRecallsToBook(tx)).map((one) => one.recalledOn)));
  waiting.set('assessment-answers', since((await loadResultsOutstanding(tx)).map((one) => one.assessedOn)));
  return backlogKinds.map((kind) => backlogOf(kind, waiting.get(kind) ?? [], tx.today, backlogLimits));
}

async function withoutTimeTooLong(tx: Tx): Promise<readonly Day[]> {
  const women = await loadWithoutTime(tx);
  return women.flatMap((woman) =>
    fallenOut({ kind: 'without-time', since: woman.since }, tx.today, invitationRules.failsafe) ? [woman.since] : [],
  );
}

/** Areas and units that are paused, each from its day. */
async function pausedSince(tx: Tx): Promise<readonly Day[]> {
  const { rows } = await sql<{ since: Day }>`
    select paused_on as since from centre where paused_on <= ${tx.today} and actor_sees_centre(id)
    union all
    select paused_on from unit where paused_on <= ${tx.today} and actor_sees_centre(centre_id)`.execute(tx.q);
  return rows.map((row) => row.since);
}

/** Reservations in force that are not carried out: the day by which each must be. */
async function reservationsDue(tx: Tx): Promise<readonly Day[]> {
  const { rows } = await sql<{ from: Day }>`
    select r.from_day as "from" from storage_reservation r join person p on p.person_id = r.person_id and p.kind = 'known'
    where r.carried_out_on is null and r.lifted_on is null`.execute(tx.q);
  return rows.map((row) => carryOutBy(row.from, peopleRules.reservationMonths)).filter((by) => by < tx.today);
}

function since(days: readonly Day[]): WaitingSince {
  return days.map((day) => ({ since: day, count: 1 }));
}

async function loadDay(tx: Tx) {
  const { rows } = await sql<{ appointments: number; screened: number; reads: number; messagesSent: number }>`
    select
      (select count(*)::int from appointment where day = ${tx.today} and status not in ('moved', 'cancelled')) as appointments,
      (select count(*)::int from examination where day = ${tx.today}) as screened,
      (select count(*)::int from read where day = ${tx.today}) as reads,
      (select count(*)::int from message_delivery
        where day = ${tx.today} and event in ('accepted', 'printed')) as "messagesSent"`.execute(tx.q);
  return rows[0] ?? { appointments: 0, screened: 0, reads: 0, messagesSent: 0 };
}

type CentreLine = {
  id: string;
  name: string;
  region: string;
  paused: boolean;
  examinedThisWeek: number;
  toRead: number;
  consensus: number;
  assessment: number;
  oldestReadingDays: number | null;
};

/** A line for each centre of the actor. */
async function loadCentres(tx: Tx): Promise<CentreLine[]> {
  const { rows } = await sql<CentreLine>`
    select c.id, c.short_name as name, r.name as region, c.paused_on is not null as paused,
      coalesce(x.count, 0)::int as "examinedThisWeek", coalesce(t.to_read, 0)::int as "toRead",
      coalesce(t.consensus, 0)::int as consensus, coalesce(e.count, 0)::int as assessment,
      ${tx.today}::date - t.oldest as "oldestReadingDays"
    from centre c
    join region r on r.id = c.region_id
    left join (
      select centre_id, count(*) from examination
      where day between ${weekStart(tx.today)} and ${tx.today} group by centre_id
    ) x on x.centre_id = c.id
    left join (
      select centre_id, count(distinct case_id) filter (where kind = 'read') as to_read,
        count(distinct case_id) filter (where kind = 'consensus') as consensus,
        min(opened_on) filter (where kind = 'read') as oldest
      from reading_task where not held group by centre_id
    ) t on t.centre_id = c.id
    left join (
      select centre_id, count(*) from episode where state = 'assessment' group by centre_id
    ) e on e.centre_id = c.id
    where actor_sees_centre(c.id)
    order by c.id`.execute(tx.q);
  return rows;
}
