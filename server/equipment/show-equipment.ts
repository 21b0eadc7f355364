import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { equipmentDetail } from '#contracts/equipment';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { dueTests, itemColumns, itemTables } from './list-equipment.ts';
import { testDefinitions } from './test-definitions.ts';

type Detail = OutputOf<typeof equipmentDetail>;

/** Tests shown, newest first: several years of the quarterly ones, half a year of daily. */
const SHOWN_TESTS = 200;

/** One machine, display or room with its tests, what is due, what is open and what has happened. Refuses `not-found`. */
export async function showEquipment(tx: Tx, input: { readonly equipmentId: string }): Promise<Result<Detail>> {
  const id = input.equipmentId;
  const found = await sql<Detail['item'] & { inUseFrom: Day }>`
    select ${itemColumns}, e.maker, e.model, e.serial, e.in_use_from as "inUseFrom"
    from ${itemTables} where e.equipment_id = ${id}`.execute(tx.q);
  const [item] = found.rows;
  if (!item) return refuse('not-found', 'There is no such equipment, or it belongs to another centre');
  const { rows: tests } = await sql<Detail['tests'][number]>`
    select t.test_id as "testId", t.test, t.done_on as "doneOn", coalesce(s.name, t.done_by) as "doneBy", t.instrument,
      t.note, t.result, t.findings
    from equipment_test t left join staff_user s on s.id = t.done_by
    where t.equipment_id = ${id} order by t.done_on desc, t.recorded_at desc limit ${SHOWN_TESTS}`.execute(tx.q);
  const { rows: followUps } = await sql<Detail['followUps'][number]>`
    select f.test_id as "testId", t.test, f.opened_on as "openedOn", f.due_on as "dueOn", t.result = 'suspended' as suspended,
      f.closed_on as "closedOn", f.closed_because as "closedBecause"
    from equipment_follow_up f join equipment_test t using (test_id)
    where f.equipment_id = ${id} order by f.closed_on is not null, f.opened_on desc`.execute(tx.q);
  const { rows: events } = await sql<Detail['events'][number]>`
    select v.event_id as "eventId", v.day, v.kind, v.note, coalesce(s.name, v.by_user) as by
    from equipment_event v left join staff_user s on s.id = v.by_user
    where v.equipment_id = ${id} order by v.day desc, v.recorded_at desc`.execute(tx.q);
  const definitions = testDefinitions(item.kind);
  const due = dueTests(item, item.inUseFrom, tests, tx.today);
  return ok({ today: tx.today, item, due, definitions, tests, followUps, events });
}
