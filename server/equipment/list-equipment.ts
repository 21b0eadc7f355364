import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint';
import type { equipmentList } from '#contracts/equipment';
import { dueOf } from '#core/equipment/due';
import type { TestResult } from '#core/equipment/equipment-test';
import type { Day } from '#core/kernel/day';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Tx } from '#server/db/transaction';

type List = OutputOf<typeof equipmentList>;
export type Item = Omit<List['items'][number], 'due' | 'openFollowUps'>;
export type DueTest = z.output<(typeof equipmentList)['output']>['items'][number]['due'][number];
export type LastTest = { readonly test: string; readonly doneOn: Day; readonly result: TestResult };
type Row = Item & { inUseFrom: Day; lastTests: LastTest[] | null; openFollowUps: number };

/** The register of the actor's centres (or one), with what is due of each and how much is open; retired last. */
export async function listEquipment(tx: Tx, input: { readonly centre?: string | undefined }): Promise<List> {
  const { rows } = await sql<Row>`
    select ${itemColumns}, e.in_use_from as "inUseFrom",
      (select count(*)::int from equipment_follow_up f where f.equipment_id = e.equipment_id and f.closed_on is null) as "openFollowUps",
      (select jsonb_agg(l) from (select distinct on (t.test) t.test, t.done_on as "doneOn", t.result from equipment_test t
        where t.equipment_id = e.equipment_id order by t.test, t.done_on desc, t.recorded_at desc) l) as "lastTests"
    from ${itemTables}
    where ${inCentre(tx, input.centre)}
    order by e.state = 'retired', c.name, array_position(array['mammograph', 'reading-room', 'display'], e.kind), e.name`.execute(
    tx.q,
  );
  const items = rows.map(({ inUseFrom, lastTests, openFollowUps, ...item }) => ({
    ...item,
    openFollowUps,
    due: dueTests(item, inUseFrom, lastTests ?? [], tx.today),
  }));
  return { today: tx.today, items, ...(await places(tx)) };
}

/** What is due of each test that the equipment has. Nothing is due of what is not in use. */
export function dueTests(
  item: Pick<Item, 'kind' | 'state'>,
  inUseFrom: Day,
  last: readonly LastTest[],
  today: Day,
): DueTest[] {
  if (item.state !== 'in-use') return [];
  return equipmentTests
    .filter((test) => test.equipment === item.kind)
    .map((test) => {
      const before = last.find((one) => one.test === test.id);
      const due = dueOf(before?.doneOn ?? null, test.everyDays, inUseFrom, today);
      return { test: test.id, ...due, lastDone: before?.doneOn ?? null, lastResult: before?.result ?? null };
    });
}

export const itemColumns = sql`e.equipment_id as "equipmentId", e.kind, e.name, e.centre_id as "centreId",
  c.short_name as "centreName", coalesce(u.name, r.name) as place, e.state, e.version`;
export const itemTables = sql`equipment e join centre c on c.id = e.centre_id left join unit u on u.id = e.unit_id
  left join equipment r on r.equipment_id = e.room_id`;

/** The actor's centres, narrowed to one when it is named. Row-level security holds below it. */
export function inCentre(tx: Tx, centre: string | undefined): RawBuilder<unknown> {
  const mine = tx.actor.centres === 'all' ? sql`true` : sql`e.centre_id = any (${[...tx.actor.centres]})`;
  return centre ? sql`${mine} and e.centre_id = ${centre}` : mine;
}

/** The units and centres of the actor, to choose from. */
export async function places(tx: Tx): Promise<Pick<List, 'units' | 'centres'>> {
  const { centres } = tx.actor;
  const mine = centres === 'all' ? undefined : [...centres];
  const units = tx.q.selectFrom('unit').select(['id', 'name']).orderBy('name');
  const all = tx.q.selectFrom('centre').select(['id', 'short_name as name']).orderBy('short_name');
  return {
    units: await (mine ? units.where('centre_id', 'in', mine) : units).execute(),
    centres: await (mine ? all.where('id', 'in', mine) : all).execute(),
  };
}
