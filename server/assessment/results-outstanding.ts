import { sql } from 'kysely';
import type { Procedure } from '#core/assessment/procedures';
import { waiting } from '#core/assessment/time-limits';
import type { Day } from '#core/kernel/day';
import { timeLimits } from '#programmes/breast-no/assessment';
import type { Tx } from '#server/db/transaction';
import { openDays } from './open-days.ts';

type Row = {
  personId: string;
  episodeId: string;
  centreId: string;
  name: string;
  birthDate: Day;
  assessedOn: Day;
  assessor: string;
  procedures: Procedure[];
};

/** Women assessed whose pathology has not answered, longest waiting first, against the guideline's limit. No audited look. */
export async function loadResultsOutstanding(tx: Tx, centreId?: string) {
  const { rows } = await sql<Row>`
    select e.person_id as "personId", e.episode_id as "episodeId", e.centre_id as "centreId",
      concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate", a.day as "assessedOn",
      coalesce(s.name, a.assessor) as assessor, a.procedures
    from episode e
    join person p on p.person_id = e.person_id
    join lateral (
      select a.day, a.assessor, a.procedures, a.result from assessment a
      where a.person_id = e.person_id and a.episode_id = e.episode_id 
      order by a.recorded_at desc, (a.result = 'awaiting-pathology') limit 1
    ) a on a.result = 'awaiting-pathology'
    left join staff_user s on s.id = a.assessor
    where e.state = 'assessment' ${centreId === undefined ? sql`` : sql`and e.centre_id = ${centreId}`}
    order by a.day, e.person_id`.execute(tx.q);
  return rows.map((row) => ({
    ...row,
    waiting: waiting(row.assessedOn, tx.today, timeLimits['assessment-to-result'], openDays),
  }));
}

/** The list for the page: every woman on it is looked at, and audited so. */
export async function listResultsOutstanding(tx: Tx, input: { readonly centreId?: string | undefined }) {
  const rows = await loadResultsOutstanding(tx, input.centreId);
  for (const row of rows) tx.look(row.personId, 'results outstanding');
  return { today: tx.today, limit: timeLimits['assessment-to-result'], rows };
}
