import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#contracts/endpoint';
import type { accessLog as contract } from '#contracts/users';
import type { Tx } from '#server/db/transaction';

type Log = OutputOf<typeof contract>;

/** How many lines are shown, the latest. */
const SHOWN = 500;

const kind = sql`case when a.action = 'look' then 'looks' when a.action like 'session.%' then 'sessions' else 'changes' end`;

/**
 * What the staff have looked at and changed in a period (today when left out), latest first; what one did many times with one
 * woman on one day is one line. That somebody has read the log is itself in the log.
 */
export async function accessLog(tx: Tx, input: InputOf<typeof contract>): Promise<Log> {
  const from = input.from ?? input.to ?? tx.today;
  const to = input.to ?? tx.today;
  const { rows } = await sql<Log['lines'][number] & { total: number }>`
    select a.today as day, to_char(max(a.at) at time zone 'Europe/Oslo', 'HH24:MI') as at, a.actor as "userId",
      coalesce(u.name, a.actor) as name, a.role, ${kind} as kind,
      coalesce(case when a.action = 'look' then a.detail ->> 'what' end, a.action) as what, a.person_id as "personId",
      count(*)::int as times, count(*) over ()::int as total
    from audit_entry a left join staff_user u on u.id = a.actor
    where a.role not in ('system', 'participant') and a.today between ${from} and ${to}
      and (${input.userId ?? null}::text is null or a.actor = ${input.userId ?? null})
      and (${input.kind ?? null}::text is null or ${kind} = ${input.kind ?? null})
    group by a.today, a.actor, u.name, a.role, 6, 7, a.person_id
    order by max(a.seq) desc
    limit ${SHOWN}`.execute(tx.q);
  const users = await tx.q.selectFrom('staff_user').select(['id', 'name']).orderBy('name').orderBy('id').execute();
  tx.record('access-log.read', null, { from, to, user: input.userId ?? null, kind: input.kind ?? null });
  return {
    ...{ from, to, total: rows[0]?.total ?? 0, lines: rows.map(({ total: _, ...line }) => line) },
    users: users.map(({ id, name }) => ({ userId: id, name })),
  };
}
