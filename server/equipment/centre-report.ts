import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { equipmentReport } from '#contracts/equipment';
import { timesDue } from '#core/equipment/due';
import type { TestResult } from '#core/equipment/equipment-test';
import { type Day, day, maxDay, minDay, yearOf } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Tx } from '#server/db/transaction';
import { type Item, itemColumns, itemTables, places } from './list-equipment.ts';
import { testDefinitions } from './test-definitions.ts';

type Report = OutputOf<typeof equipmentReport>;
type Counted = {
  test: string;
  done: number;
  passed: number;
  failed: number;
  suspended: number;
  lastDone: Day;
  lastResult: TestResult;
};

/**
 * A centre's equipment in a year (the current one to date): of each test how many were done against how many its
 * frequency asks for, and every failure with what came of it. Refuses `not-found` for a centre that is not one's own.
 */
export async function centreReport(
  tx: Tx,
  input: { readonly centre?: string | undefined; readonly year?: number | undefined },
): Promise<Result<Report>> {
  const { centres } = await places(tx);
  const centre = centres.find((one) => one.id === input.centre) ?? (input.centre ? undefined : centres[0]);
  if (!centre) return refuse('not-found', 'There is no such centre, or it is not yours');
  const year = input.year ?? yearOf(tx.today);
  const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)];
  const { rows } = await sql<Item & { inUseFrom: Day; counted: Counted[] | null }>`
    select ${itemColumns}, e.in_use_from as "inUseFrom",
      (select jsonb_agg(k) from (select t.test, count(*)::int as done, (count(*) filter (where t.result = 'passed'))::int as passed,
          (count(*) filter (where t.result = 'failed'))::int as failed, (count(*) filter (where t.result = 'suspended'))::int as suspended,
          max(t.done_on) as "lastDone", (array_agg(t.result order by t.done_on desc, t.recorded_at desc))[1] as "lastResult"
        from equipment_test t where t.equipment_id = e.equipment_id and t.done_on between ${from} and ${to} group by t.test) k) as counted
    from ${itemTables} where e.centre_id = ${centre.id} and e.in_use_from <= ${to}
    order by array_position(array['mammograph', 'reading-room', 'display'], e.kind), e.name`.execute(tx.q);
  const items = rows.map(({ inUseFrom, counted, ...item }) => ({
    ...item,
    tests: equipmentTests
      .filter((test) => test.equipment === item.kind)
      .map((test) => {
        const done = counted?.find((one) => one.test === test.id);
        const none = { done: 0, passed: 0, failed: 0, suspended: 0, lastDone: null, lastResult: null };
        const expected = timesDue(maxDay(from, inUseFrom), minDay(to, tx.today), test.everyDays);
        return { ...none, ...done, test: test.id, expected };
      }),
  }));
  const failures = await failuresOf(tx, centre.id, from, to);
  return ok({ today: tx.today, year, centre, centres, items, definitions: testDefinitions(), failures });
}

async function failuresOf(tx: Tx, centreId: string, from: Day, to: Day): Promise<Report['failures']> {
  const { rows } = await sql<Report['failures'][number]>`
    select e.name, t.test, t.done_on as "doneOn", t.result, t.findings, f.closed_on as "closedOn",
      f.closed_because as "closedBecause", f.due_on as "dueOn"
    from equipment_follow_up f join equipment_test t using (test_id) join equipment e on e.equipment_id = f.equipment_id
    where f.centre_id = ${centreId} and t.done_on between ${from} and ${to}
    order by t.done_on desc, e.name`.execute(tx.q);
  return rows;
}
