import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showReveals as contract } from '#contracts/study-monitoring';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { later } from '#core/studies/recruitment';
import { LEAST_TOLD, toldAs } from '#core/studies/reveals';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { followed, headOf, type Monitored, withArms, withoutArms } from './monitored.ts';

type Shown = OutputOf<typeof contract>;

/** More than anybody reads at once. */
const MOST = 500;

/**
 * Whose arm was opened, and what machines said that was shown to people in the study. Each event with its arm is for the unblinded
 * statistician, and is written down; the monitor reads what was shown by month and reader; the others see counts that tell no arm
 * (core/studies/sight.ts). Refuses `not-found`, `no-role`.
 */
export async function showReveals(db: Database, actor: Actor, studyId: string): Promise<Shown | Result<never>> {
  const may = await inTransaction(db, actor, (tx) => followed(tx, studyId));
  if (!may.ok) return may;
  return may.value.sight.reveals === 'each'
    ? withArms(db, actor, { studyId, what: 'reveals' }, show)
    : withoutArms(db, actor, studyId, show);
}

async function show(tx: Tx, may: Monitored): Promise<Shown> {
  const openings = await openingsOf(tx, may);
  const counted = (kind: string) => openings.filter((one) => one.kind === kind).length;
  return {
    head: headOf(may),
    opened: { emergency: counted('emergency'), planned: counted('planned') },
    openings: may.sight.opens ? openings : null,
    shown: await shownOf(tx, may),
  };
}

/** The centre is where she was last drawn for. */
async function openingsOf(tx: Tx, { study, sight }: Monitored): Promise<NonNullable<Shown['openings']>> {
  const { rows } = await sql<NonNullable<Shown['openings']>[number]>`
    select b.day, b.kind, b.reason, b.told, c.short_name as centre, coalesce(u.name, b.by_user) as by
    from study_unblinding b
    join lateral (select centre_id from allocation a where a.person_id = b.person_id and a.study_id = b.study_id
      order by a.recorded_at desc limit 1) a on true
    join centre c on c.id = a.centre_id left join staff_user u on u.id = b.by_user
    where b.study_id = ${study.studyId} and ${atSites(sight)}
    order by b.at desc`.execute(tx.q);
  return rows;
}

function shownOf(tx: Tx, may: Monitored): Promise<Shown['shown']> {
  const { reveals } = may.sight;
  return reveals === 'each' ? eachShown(tx, may) : reveals === 'list' ? byMonth(tx, may) : told(tx, may);
}

const atSites = ({ centres }: Monitored['sight']) =>
  centres === 'all' ? sql`true` : sql`a.centre_id = any (${centres === 'none' ? [] : [...centres]}::text[])`;

/** What was shown of the study's women, each time a person was. */
const revealed = ({ study, sight }: Monitored) => sql`
  ai_reveal r join reading_case k on k.person_id = r.person_id and k.case_id = r.case_id
  join allocation a on a.person_id = k.person_id and a.examination_id = k.examination_id
    and a.study_id = ${study.studyId} and ${atSites(sight)}
  join centre c on c.id = a.centre_id left join staff_user u on u.id = r.user_id`;

async function eachShown(tx: Tx, may: Monitored): Promise<Shown['shown']> {
  const { rows } = await sql<Extract<Shown['shown'], { sees: 'each' }>['rows'][number] & { readonly total: number }>`
    select r.day, to_char(r.shown_at at time zone 'Europe/Oslo', 'HH24:MI') as at, c.short_name as centre, r.product, r.items,
      coalesce(u.name, r.user_id) as by, a.examination_id as "examinationId", a.arm, r.step, count(*) over ()::int as total
    from ${revealed(may)} order by r.shown_at desc limit ${MOST}`.execute(tx.q);
  return { sees: 'each', total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}

async function byMonth(tx: Tx, may: Monitored): Promise<Shown['shown']> {
  const { rows } = await sql<Extract<Shown['shown'], { sees: 'list' }>['rows'][number]>`
    select to_char(r.day, 'YYYY-MM') as month, c.short_name as centre, r.product, r.items, coalesce(u.name, r.user_id) as by,
      count(*)::int as times
    from ${revealed(may)} group by 1, 2, 3, 4, 5 order by 1 desc, 2, 5, 3, 4`.execute(tx.q);
  return { sees: 'list', rows };
}

async function told(tx: Tx, may: Monitored): Promise<Shown['shown']> {
  const thisMonth = may.today.slice(0, 7);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${revealed(may)} where r.day < ${`${thisMonth}-01`}::date`.execute(tx.q);
  return { sees: 'counts', atLeast: toldAs(rows[0]?.n ?? 0), least: LEAST_TOLD, until: later(thisMonth, -1) };
}
