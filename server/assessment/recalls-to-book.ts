import { sql } from 'kysely';
import { type Waiting, waiting } from '#core/assessment/time-limits';
import type { AssessmentTime } from '#core/assessment/times';
import type { Day } from '#core/kernel/day';
import { timeLimits } from '#programmes/breast-no/assessment';
import type { Tx } from '#server/db/transaction';
import { readTimes } from './load-times.ts';
import { openDays } from './open-days.ts';

export type RecallToBook = {
  readonly personId: string;
  readonly episodeId: string;
  readonly centreId: string;
  readonly name: string;
  readonly birthDate: Day;
  readonly phone: string | null;
  readonly recalledOn: Day;
  readonly because: 'images' | 'symptoms';
  readonly waiting: Waiting;
  /** Times she was given and did not come to, and the last of them. */
  readonly missed: number;
  readonly missedOn: Day | null;
};

type Row = {
  person_id: string;
  episode_id: string;
  centre_id: string;
  name: string;
  birth_date: Day;
  phone: string | null;
  recalled_on: Day;
  because: 'images' | 'symptoms';
  missed: number;
  missed_on: Day | null;
};

/**
 * Recalled women without a time for assessment and not yet assessed, longest waiting first. The day of recall is the
 * day consensus (or the symptoms) decided it. Looking is audited by the page's query, not here.
 */
export async function loadRecallsToBook(tx: Tx, centreId?: string): Promise<readonly RecallToBook[]> {
  const { rows } = await sql<Row>`
    select e.person_id, e.episode_id, e.centre_id, concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date,
      p.phone, coalesce(r.day, c.closed_on, e.opened_on) as recalled_on, coalesce(r.because, 'images') as because,
      coalesce(m.missed, 0)::int as missed, m.missed_on
    from episode e
    join person p on p.person_id = e.person_id
    left join lateral (
      select v.day, v.detail ->> 'because' as because from episode_event v
      where v.person_id = e.person_id and v.episode_id = e.episode_id and v.kind = 'recalled'
      order by v.recorded_at desc limit 1
    ) r on true
    left join lateral (
      select max(c.closed_on) as closed_on from reading_case c
      where c.person_id = e.person_id and c.episode_id = e.episode_id and c.outcome = 'recall'
    ) c on true
    left join lateral (
      select count(*) as missed, max(t.day) as missed_on from assessment_appointment t
      where t.person_id = e.person_id and t.episode_id = e.episode_id and t.status = 'did-not-attend'
    ) m on true
    where e.state = 'assessment' ${centreId === undefined ? sql`` : sql`and e.centre_id = ${centreId}`}
      and not exists (select from assessment_appointment t
        where t.person_id = e.person_id and t.episode_id = e.episode_id and t.status = 'booked')
      and not exists (select from assessment a where a.person_id = e.person_id and a.episode_id = e.episode_id)
    order by recalled_on, e.person_id`.execute(tx.q);
  return rows.map((row) => ({
    personId: row.person_id,
    episodeId: row.episode_id,
    centreId: row.centre_id,
    name: row.name,
    birthDate: row.birth_date,
    phone: row.phone,
    recalledOn: row.recalled_on,
    because: row.because === 'symptoms' ? 'symptoms' : 'images',
    waiting: waiting(row.recalled_on, tx.today, timeLimits['recall-to-assessment'], openDays),
    missed: row.missed,
    missedOn: row.missed_on,
  }));
}

/** The list for the coordinator, each with the time she would get now; audited looks. */
export async function listRecallsToBook(tx: Tx, input: { readonly centreId?: string | undefined }) {
  const recalls = await loadRecallsToBook(tx, input.centreId);
  const times = new Map<string, Iterator<AssessmentTime>>();
  for (const centreId of new Set(recalls.map((r) => r.centreId))) {
    const count = recalls.filter((r) => r.centreId === centreId).length;
    times.set(centreId, distinctPlaces(await readTimes(tx, centreId), count));
  }
  for (const recall of recalls) tx.look(recall.personId, 'recalls to book');
  const rows = recalls.map((recall) => ({
    ...recall,
    suggested: (times.get(recall.centreId)?.next().value as AssessmentTime | undefined) ?? null,
  }));
  return { today: tx.today, limit: timeLimits['recall-to-assessment'], rows };
}

function* distinctPlaces(times: Awaited<ReturnType<typeof readTimes>>, count: number): Generator<AssessmentTime> {
  for (let i = 0; i < count; i++) {
    const [time] = times.free(1);
    if (!time) return;
    times.take(time);
    yield time;
  }
}
