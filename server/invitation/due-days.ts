import { sql } from 'kysely';
import { type DueFacts, dueDay } from '#core/invitation/due';
import type { Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { byProgramme } from '#server/db/by-programme';
import type { Tx } from '#server/db/transaction';
import { whoMayBeDue, type WhoIsDue } from './due-women.ts';

export type DueDay = {
  readonly personId: string;
  readonly centreId: string;
  readonly municipality: string | null;
  readonly postalCode: string | null;
  readonly on: Day;
};

type Row = DueFacts & {
  readonly personId: string;
  readonly municipality: string | null;
  readonly postalCode: string | null;
};

/**
 * The women of `loadDueWomen` with no more than their due day and where they live: what is counted and mapped. Asks for no
 * round, so that it costs a tenth.
 */
export async function loadDueDays(tx: Tx, input: WhoIsDue): Promise<readonly DueDay[]> {
  const rows = await byProgramme(tx, () => candidates(tx, input));
  return rows.flatMap((row) => {
    const due = dueDay(row, tx.today, invitationRules.due);
    if (due.kind !== 'due' || due.on > input.dueUntil) return [];
    const { personId, centreId, municipality, postalCode } = row;
    return [{ personId, centreId, municipality, postalCode, on: due.on }];
  });
}

async function candidates(tx: Tx, input: WhoIsDue): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with p as materialized (
      select p.person_id, p.centre_id, p.birth_date, p.status_on, p.last_screened_on, p.last_invited_on, p.municipality, p.postal_code
      ${whoMayBeDue(tx, input)})
    select p.person_id as "personId", p.centre_id as "centreId", p.birth_date as "birthDate", p.status_on as "residentSince",
      p.last_screened_on as "lastScreenedOn", p.last_invited_on as "lastInvitedOn", c.day as "lastCancerOn",
      p.municipality, p.postal_code as "postalCode"
    from p
    left join (select person_id, max(diagnosed_on) as day from cancer group by 1) c using (person_id)`.execute(tx.q);
  return rows;
}
