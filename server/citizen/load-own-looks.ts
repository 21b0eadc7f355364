import { sql } from 'kysely';
import { isShown, type LookPurpose, purposeOf } from '#core/citizen/look-purpose';
import type { Day } from '#core/kernel/day';
import type { Role } from '#core/people/access';
import type { Tx } from '#server/db/transaction';
import { recordsOf } from '#server/people/records-of';

type OwnLook = {
  readonly day: Day;
  readonly role: Role;
  readonly name: string;
  readonly centre: string;
  readonly purpose: LookPurpose;
};

/** Letters that are an answer about images. */
const answers = ['result-normal', 'recall', 'technical-recall', 'assessment-result'];

/**
 * Who among the staff has looked at her data, under whichever of her records, and why, latest first; what one person did for
 * one purpose on one day is one line. `waits`: looks about images that she has had no answer about are not among them yet.
 */
export async function loadOwnLooks(
  tx: Tx,
  personId: string,
): Promise<{ readonly looks: readonly OwnLook[]; readonly waits: boolean }> {
  const { rows } = await sql<Omit<OwnLook, 'purpose'> & { what: string }>`
    select a.today as day, a.role, coalesce(u.name, a.actor) as name, coalesce(c.name, '') as centre,
      coalesce(a.detail ->> 'what', '') as what
    from audit_entry a left join staff_user u on u.id = a.actor left join centre c on c.id = u.centre_id
    where a.person_id = any (${await recordsOf(tx, personId)}::uuid[]) and a.action = 'look' and a.role not in ('participant', 'system')
    order by a.seq desc`.execute(tx.q);
  const pending = await answerPendingSince(tx, personId);
  const looks = rows.map(({ what, ...look }) => ({ ...look, purpose: purposeOf(what) }));
  const shown = looks.filter((look) => isShown(look, pending));
  const once = new Map(shown.map((look) => [`${look.day} ${look.name} ${look.role} ${look.purpose}`, look]));
  return { looks: [...once.values()], waits: pending !== null };
}

/** The day of images about which no answer has left, in her latest round; whether anything has come of them or not. */
async function answerPendingSince(tx: Tx, personId: string): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(x.day) as day
    from episode e join examination x on x.person_id = e.person_id and x.episode_id = e.episode_id
    where e.person_id = ${personId} and e.number = (select max(number) from episode where person_id = ${personId})
      and (e.state <> 'closed' or exists (select from message m where m.person_id = e.person_id and m.episode_id = e.episode_id))
      and not exists (select from message m where m.person_id = e.person_id and m.episode_id = e.episode_id
        and m.kind = any (${answers}) and m.state in ('sent', 'delivered') and m.decided_on >= x.day)`.execute(tx.q);
  return rows[0]?.day ?? null;
}
