import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#contracts/endpoint';
import type { fallenOut as contract } from '#contracts/overview';
import { addDays, type Day, daysBetween } from '#core/kernel/day';
import { system } from '#core/people/access';
import { fallenOut } from '#core/programme/fallen-out';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { loadDueDays } from '#server/invitation/due-days';
import { lastAppointment, withoutTime } from '#server/invitation/last-appointment';
import type { Actor } from '#core/people/access';

type FallenOut = OutputOf<typeof contract>;
type Woman = FallenOut['women'][number];

/** How many the list shows, those who have waited longest. */
const SHOWN = 200;

/** Women in an open round who have no time, and since when. Names nobody. */
export async function loadWithoutTime(
  tx: Tx,
  centreId?: string,
): Promise<readonly { readonly personId: string; readonly centreId: string; readonly since: Day }[]> {
  const { rows } = await sql<{ personId: string; centreId: string; since: Day }>`
    with e as materialized (
      select e.person_id, e.episode_id, e.centre_id, e.opened_on from episode e
      where e.state = 'invited' and ${withoutTime}
        and (${centreId ?? null}::text is null or e.centre_id = ${centreId ?? null}))
    select e.person_id as "personId", e.centre_id as "centreId", coalesce(last.since, e.opened_on) as since
    from e left join lateral (${lastAppointment}) last on true`.execute(tx.q);
  return rows;
}

/**
 * The failsafe list: women who should have had a time long ago and are in no round, and women in a round who have long
 * been without one (or, asked for, all who are without); those who have waited longest first. Who is due is worked out with the programme's own eyes, and
 * shown to those who may see her.
 */
export async function listFallenOut(
  db: Database,
  actor: Actor,
  { show = 'too-long' }: InputOf<typeof contract> = {},
): Promise<FallenOut> {
  const rules = invitationRules.failsafe;
  const centres = actor.centres === 'all' ? undefined : actor.centres;
  const dueTooLong = () =>
    inTransaction(db, system, async (tx) => {
      const women = await loadDueDays(tx, { dueUntil: addDays(tx.today, -rules.dueDays - 1), centreIds: centres });
      const paused = await tx.q.selectFrom('centre').select('id').where('paused_on', '<=', tx.today).execute();
      const stopped = new Set(paused.map(({ id }) => id));
      return women.map((woman) => ({
        personId: woman.personId,
        kind: 'due' as const,
        since: woman.on,
        areaPaused: stopped.has(woman.centreId),
      }));
    });
  const due = show === 'too-long' ? await dueTooLong() : [];
  return inTransaction(db, actor, async (tx) => {
    const without = (await loadWithoutTime(tx)).map((one) => ({ ...one, kind: 'without-time' as const }));
    const found = [...due, ...without]
      .flatMap((one) => {
        const because = show === 'without-time' ? 'without-time' : fallenOut(one, tx.today, rules);
        return because ? [{ personId: one.personId, because, since: one.since }] : [];
      })
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.personId < b.personId ? -1 : 1));
    const women = await named(tx, found.slice(0, SHOWN));
    for (const { personId } of women) tx.look(personId, 'failsafe list');
    return { today: tx.today, ...rules, total: found.length, women };
  });
}

async function named(
  tx: Tx,
  found: readonly Pick<Woman, 'personId' | 'because' | 'since'>[],
): Promise<readonly Woman[]> {
  const ids = found.map(({ personId }) => personId);
  const { rows } = await sql<Pick<Woman, 'personId' | 'name' | 'birthDate' | 'municipality' | 'centre'>>`
    select p.person_id as "personId", concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate",
      coalesce(m.name, '') as municipality, c.short_name as centre
    from person p join centre c on c.id = p.centre_id left join municipality m on m.id = p.municipality
    where p.person_id = any(${ids}::uuid[])`.execute(tx.q);
  const byId = new Map(rows.map((row) => [row.personId, row]));
  return found.flatMap((one) => {
    const person = byId.get(one.personId);
    return person ? [{ ...person, ...one, days: daysBetween(one.since, tx.today) }] : [];
  });
}
