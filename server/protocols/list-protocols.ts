import { sql } from 'kysely';
import type { listProtocols as contract } from '#contracts/protocols';
import type { OutputOf } from '#contracts/endpoint';
import { currentProtocol } from '#programmes/breast-no/reading';
import { workedProtocols } from '#programmes/protocols/worked';
import type { Tx } from '#server/db/transaction';

type Listed = OutputOf<typeof contract>;
type Row = Listed['protocols'][number];

/** Everything there is to choose from. A worked protocol that is approved as it is stands among the approved only. */
export async function listProtocols(tx: Tx): Promise<Listed> {
  const stored = await storedProtocols(tx);
  const taken = new Set(stored.map(({ id, version }) => `${id} ${version}`));
  const worked = workedProtocols
    .filter(({ protocol }) => !taken.has(`${protocol.id} ${protocol.version}`))
    .map(({ protocol, title, source }): Row => {
      const { id, version } = protocol;
      return { id, version, title, source, standing: 'worked', arms: Object.keys(protocol.arms), on: null };
    });
  const { now, coming } = await usesOf(tx);
  // A radiologist sees what is read by, not what is being written.
  const shown = tx.actor.role === 'radiologist' ? stored.filter((one) => one.standing !== 'draft') : stored;
  return { protocols: [...shown, ...worked], inUse: now, coming };
}

async function storedProtocols(tx: Tx): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select id, version, title, source, 'draft' as standing, written_on as on,
      array(select jsonb_object_keys(definition->'arms')) as arms
    from protocol_draft
    union all
    select id, version, title, source, case when retired_on is null then 'approved' else 'retired' end,
      coalesce(retired_on, active_from), array(select jsonb_object_keys(definition->'arms'))
    from reading_protocol
    order by standing, id, version`.execute(tx.q);
  return rows.map((row) => ({ ...row, ...(row.title === '' ? wordsOf(row.id) : {}) }));
}

/** An approved protocol that nobody gave a title has that of the worked one with its id, else its id. */
export function wordsOf(id: string): Pick<Row, 'title' | 'source'> {
  const worked = workedProtocols.find(({ protocol }) => protocol.id === id);
  return worked ? { title: worked.title, source: worked.source } : { title: id, source: '' };
}

type Use = Listed['inUse'][number];

/** What each centre reads by today, and what is decided for later; row-level security leaves out other centres. */
export async function usesOf(tx: Tx): Promise<{ readonly now: Use[]; readonly coming: Use[] }> {
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'short_name as name'])
    .where(sql<boolean>`actor_sees_centre(id)`)
    .orderBy('short_name')
    .execute();
  const { rows } = await sql<Use & { readonly later: boolean }>`
    select u.centre_id as "centreId", c.short_name as "centreName", u.protocol_id as id, u.protocol_version as version,
      u.arm, u.from_day as "fromDay", coalesce(s.name, u.decided_by) as "decidedBy", u.from_day > ${tx.today} as later
    from protocol_use u join centre c on c.id = u.centre_id left join staff_user s on s.id = u.decided_by
    order by u.from_day desc, u.seq desc`.execute(tx.q);
  const { protocol, arm } = currentProtocol;
  const own = { id: protocol.id, version: protocol.version, arm, fromDay: null, decidedBy: null };
  const now = centres.map(({ id, name }): Use => {
    const { later: _later, ...decided } = rows.find((row) => row.centreId === id && !row.later) ?? { later: false };
    return { centreId: id, centreName: name, ...own, ...decided };
  });
  // The last word for a day is the one that holds.
  const coming = rows.filter(
    (row, i) => row.later && rows.findIndex((r) => r.centreId === row.centreId && r.fromDay === row.fromDay) === i,
  );
  return { now, coming: coming.map(({ later: _later, ...use }) => use).reverse() };
}
