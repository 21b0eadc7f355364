import { sql } from 'kysely';
import type { AttendanceFacts, History } from '#core/invitation/attendance';
import type { Point } from '#core/invitation/distance';
import { readNeeds, type Requires, requiredBy } from '#core/invitation/needs';
import { ageOn, type Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';

/** What planning knows about a woman. */
export type WomanFacts = {
  readonly personId: string;
  readonly centreId: string;
  readonly birthDate: Day;
  readonly residentSince: Day;
  readonly lastScreenedOn: Day | null;
  readonly lastInvitedOn: Day | null;
  readonly lastCancerOn: Day | null;
  readonly point: Point | null;
  readonly municipality: string | null;
  readonly digital: boolean;
  readonly requires: Requires;
  readonly rounds: number;
  readonly missedRounds: number;
};

type Row = {
  person_id: string;
  centre_id: string;
  birth_date: Day;
  status_on: Day;
  last_screened_on: Day | null;
  last_invited_on: Day | null;
  last_cancer_on: Day | null;
  municipality: string | null;
  latitude: number | null;
  longitude: number | null;
  digital: boolean;
  needs: unknown;
  rounds: number;
  missed: number;
};

/** Facts of the women whose ids the query `chosen` gives (one column, person_id), in three index look-ups each. */
export async function loadWomen(tx: Tx, chosen: ReturnType<typeof sql>): Promise<readonly WomanFacts[]> {
  const { rows } = await sql<Row>`
    with chosen as materialized (${chosen})
    select p.person_id, p.centre_id, p.birth_date, p.status_on, p.last_screened_on, p.last_invited_on, c.last_cancer_on,
      p.municipality, pc.latitude, pc.longitude, p.digital, p.needs,
      coalesce(h.rounds, 0) as rounds, coalesce(h.missed, 0) as missed
    from chosen join person p using (person_id)
    left join postal_code pc on pc.code = p.postal_code
    left join lateral (
      select max(e.number)::int as rounds,
        (count(*) filter (where e.outcome in ('not-attended', 'declined') and e.number > coalesce((
          select max(g.number) from episode g
          where g.person_id = p.person_id and g.outcome in ('negative', 'negative-after-assessment', 'cancer')), 0)))::int as missed
      from episode e where e.person_id = p.person_id and e.state = 'closed') h on true
    left join lateral (
      select max(c.diagnosed_on) as last_cancer_on from cancer c where c.person_id = p.person_id) c on true`.execute(
    tx.q,
  );
  return rows.map((row) => ({
    personId: row.person_id,
    centreId: row.centre_id,
    birthDate: row.birth_date,
    residentSince: row.status_on,
    lastScreenedOn: row.last_screened_on,
    lastInvitedOn: row.last_invited_on,
    lastCancerOn: row.last_cancer_on,
    point:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    municipality: row.municipality,
    digital: row.digital,
    requires: requiredBy(readNeeds(row.needs), invitationRules.needs),
    rounds: row.rounds,
    missedRounds: row.missed,
  }));
}

/** The facts that attendance is predicted from. `reminder`: a second appointment in the same round. */
export function attendanceFacts(woman: WomanFacts, today: Day, reminder: boolean, at?: string): AttendanceFacts {
  const facts = { history: historyOf(woman, reminder), age: ageOn(woman.birthDate, today), digital: woman.digital };
  return at === undefined ? facts : { ...facts, at };
}

function historyOf(woman: WomanFacts, reminder: boolean): History {
  if (reminder) return { kind: 'reminder' };
  if (woman.missedRounds > 0) return { kind: 'missed', rounds: woman.missedRounds };
  return woman.rounds > 0 ? { kind: 'attended-last' } : { kind: 'first' };
}
