/**
 * The day's tests of equipment in the demo: radiographers do the daily and weekly ones, the physicist hers within some
 * days of their turn, on working days. Now and then one fails; after some days what failed is mended, tested again and
 * put back in use. What somebody at the screen has done today is done.
 */
import { dueOf } from '#core/equipment/due';
import type { EquipmentTest } from '#core/equipment/equipment-test';
import { type Day, daysBetween, weekday } from '#core/kernel/day';
import { chance, random } from '#core/kernel/random';
import { ok, type Result } from '#core/kernel/result';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Tx } from '#server/db/transaction';
import { noteEquipment } from '#server/equipment/note-equipment';
import { recordTest } from '#server/equipment/record-test';
import { groupBy } from '#server/quality/group-by';
import { measure } from './equipment-values.ts';
import { act, type Play } from './play.ts';
import { firstOf, type Tester, testerOf } from './play-equipment.ts';

/** Configuration of the simulation, chosen so that a centre has a failure now and then. */
const failShare: Readonly<Record<Tester, number>> = { radiographer: 0.004, physicist: 0.04 };
const daysToMend: Readonly<Record<Tester, number>> = { radiographer: 1, physicist: 4 };
/** The physicist comes to what is due on a third of the days. */
const physicistComes = 1 / 3;

type Standing = {
  readonly equipmentId: string;
  readonly centreId: string;
  readonly name: string;
  readonly kind: EquipmentTest['equipment'];
  readonly state: 'in-use' | 'out-of-use';
  readonly inUseFrom: Day;
  readonly last: Readonly<Record<string, Day>> | null;
  /** What is open, by test: since when. */
  readonly open: Readonly<Record<string, Day>> | null;
};
type Todo = { readonly item: Standing; readonly test: EquipmentTest };

export async function playEquipmentDay(play: Play): Promise<void> {
  if (weekday(play.today) > 5) return;
  await putBackMended(play);
  const { rows } = await play.db.pool.query<Standing>(`
    select e.equipment_id as "equipmentId", e.centre_id as "centreId", e.name, e.kind, e.state, e.in_use_from as "inUseFrom",
      (select jsonb_object_agg(l.test, l.done_on) from (select t.test, max(t.done_on) as done_on from equipment_test t
        where t.equipment_id = e.equipment_id group by t.test) l) as last,
      (select jsonb_object_agg(o.test, o.opened_on) from (select t.test, min(f.opened_on) as opened_on
        from equipment_follow_up f join equipment_test t using (test_id)
        where f.equipment_id = e.equipment_id and f.closed_on is null group by t.test) o) as open
    from equipment e where e.state <> 'retired' order by e.centre_id, e.name`);
  const todo = rows.flatMap((item) =>
    equipmentTests
      .filter((test) => test.equipment === item.kind && isTurn(play, item, test))
      .map((test): Todo => ({ item, test })),
  );
  for (const [key, some] of groupBy(todo, ({ item, test }) => `${item.centreId} ${testerOf(test)}`)) {
    const [centreId = '', tester] = key.split(' ');
    const actor = await firstOf(play.db, centreId, tester as Tester);
    if (actor) await act(play, actor, (tx) => testAll(tx, play, some));
  }
}

/** Mended equipment is tested again; otherwise what is in use is tested when it is due. */
function isTurn({ today, demo }: Play, item: Standing, test: EquipmentTest): boolean {
  const openSince = item.open?.[test.id];
  if (openSince) return item.last?.[test.id] !== today && daysBetween(openSince, today) >= daysToMend[testerOf(test)];
  if (item.state !== 'in-use') return false;
  const due = dueOf(item.last?.[test.id] ?? null, test.everyDays, item.inUseFrom, today);
  if (due.on !== null && due.on > today) return false;
  return (
    testerOf(test) === 'radiographer' || chance(random('physicist', demo.seed, item.centreId, today), physicistComes)
  );
}

async function testAll(tx: Tx, { demo, today }: Play, todo: readonly Todo[]): Promise<Result<null>> {
  for (const { item, test } of todo) {
    const which = [demo.seed, item.centreId, item.name];
    const mended = item.open?.[test.id] !== undefined;
    const fails = !mended && chance(random('equipment-fails', ...which, test.id, today), failShare[testerOf(test)]);
    const measured = measure(test.id, today, which, fails);
    const { equipmentId } = item;
    const done = await recordTest(tx, {
      equipmentId,
      test: test.id,
      doneOn: today,
      instrument: '',
      measured,
      note: '',
    });
    if (!done.ok) return done;
  }
  return ok(null);
}

/** What has passed since it was stopped, on a day before: so that the step does the same when it is run again. */
async function putBackMended(play: Play): Promise<void> {
  const { rows } = await play.db.pool.query<{ equipmentId: string; centreId: string; version: number }>(
    `select e.equipment_id as "equipmentId", e.centre_id as "centreId", e.version from equipment e
     where e.state = 'out-of-use'
       and not exists (select from equipment_follow_up f where f.equipment_id = e.equipment_id and f.closed_on is null)
       and exists (select from equipment_test t where t.equipment_id = e.equipment_id and t.result = 'passed' and t.done_on < $1
         and t.done_on > (select max(v.day) from equipment_event v
           where v.equipment_id = e.equipment_id and v.kind = 'taken-out-of-use'))`,
    [play.today],
  );
  for (const { equipmentId, centreId, version } of rows) {
    const physicist = await firstOf(play.db, centreId, 'physicist');
    const note = { equipmentId, version, kind: 'put-back' as const, note: 'Rettet og testet' };
    if (physicist) await act(play, physicist, (tx) => noteEquipment(tx, note), ['not-now', 'changed-by-other']);
  }
}
