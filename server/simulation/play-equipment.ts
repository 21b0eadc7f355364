/**
 * The equipment of the demo country, through the use cases: a machine in every unit, a reading room and a pair of displays
 * at every centre, their last tests by its physicist and radiographers, and at each third centre something that has
 * failed. Values are invented around what the limits ask for.
 */
import type { EquipmentTest } from '#core/equipment/equipment-test';
import { addDays } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { recordTest } from '#server/equipment/record-test';
import { registerEquipment } from '#server/equipment/register-equipment';
import { measure } from './equipment-values.ts';

/** How many times each test has been done when the demo begins: enough for a trend of those that a physicist does. */
const timesDone = (everyDays: number) => (everyDays === 1 ? 3 : everyDays <= 7 ? 6 : everyDays <= 91 ? 6 : 2);

export type Tester = 'physicist' | 'radiographer';
type Centre = { readonly id: string; readonly units: readonly { readonly id: string; readonly name: string }[] };
type Item = {
  readonly equipmentId: string;
  readonly kind: 'mammograph' | 'display' | 'reading-room';
  readonly at: number;
  readonly centreId: string;
};

/** Equips the demo once: a centre that has equipment is left as it is. Returns the number of tests entered. */
export async function playEquipment(db: Database): Promise<number> {
  const { rows } = await db.pool.query<Centre>(`
    select c.id, coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.id)
      filter (where u.id is not null), '[]') as units
    from centre c left join unit u on u.centre_id = c.id
    where not exists (select from equipment e where e.centre_id = c.id) group by c.id order by c.id`);
  let tests = 0;
  for (const [i, centre] of rows.entries()) {
    const physicist = await firstOf(db, centre.id, 'physicist');
    const radiographer = await firstOf(db, centre.id, 'radiographer');
    if (!physicist || !radiographer) continue;
    const fails = i % 3 === 2;
    const items = await inTransaction(db, physicist, async (tx) => {
      const registered = await register(tx, centre, i);
      tests += await enter(tx, registered, 'physicist', fails);
      return registered;
    });
    tests += await inTransaction(db, radiographer, (tx) => enter(tx, items, 'radiographer', fails));
  }
  return tests;
}

export async function firstOf(db: Database, centreId: string, role: Tester): Promise<Actor | undefined> {
  const user = await db.kysely
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('centre_id', '=', centreId)
    .where('role', '=', role)
    .where('active', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return user && { userId: user.id, name: user.name, role, centres: [centreId] };
}

async function register(tx: Tx, centre: Centre, index: number): Promise<readonly Item[]> {
  const inUseFrom = addDays(tx.today, -3 * 365 - 40 * index);
  const common = { centreId: centre.id, inUseFrom };
  const items: Item[] = [];
  for (const unit of centre.units) {
    const made = await registerEquipment(tx, {
      ...common,
      kind: 'mammograph',
      name: `Mammograf, ${unit.name}`,
      unitId: unit.id,
      maker: 'Demo',
      model: 'M-1',
    });
    items.push({ ...must(made), kind: 'mammograph', at: items.length, centreId: centre.id });
  }
  const room = must(await registerEquipment(tx, { ...common, kind: 'reading-room', name: 'Granskerom 1' }));
  items.push({ ...room, kind: 'reading-room', at: items.length, centreId: centre.id });
  for (const side of ['venstre', 'høyre']) {
    const made = await registerEquipment(tx, {
      ...common,
      kind: 'display',
      name: `Skjerm ${side}, granskerom 1`,
      roomId: room.equipmentId,
      maker: 'Demo',
      model: 'D-5',
    });
    items.push({ ...must(made), kind: 'display', at: items.length, centreId: centre.id });
  }
  return items;
}

/** The tests of a role, oldest first; where asked, the last luminance of a display is a failure. */
async function enter(tx: Tx, items: readonly Item[], role: Tester, fails: boolean): Promise<number> {
  let tests = 0;
  for (const item of items) {
    for (const test of equipmentTests) {
      if (test.equipment !== item.kind || testerOf(test) !== role) continue;
      for (let back = timesDone(test.everyDays) - 1; back >= 0; back--) {
        const doneOn = addDays(tx.today, -back * test.everyDays - (item.at % Math.min(5, test.everyDays)) - 1);
        const failing = fails && back === 0 && item.at % 2 === 0 && test.id === 'display-luminance';
        const { equipmentId } = item;
        const measured = measure(test.id, doneOn, [item.centreId, item.at], failing);
        const done = { equipmentId, test: test.id, doneOn, instrument: '', measured, note: '' };
        must(await recordTest({ ...tx, today: doneOn }, done));
        tests++;
      }
    }
  }
  return tests;
}

/** The daily and weekly ones are the radiographers', the rest the physicist's. */
export const testerOf = (test: EquipmentTest): Tester => (test.everyDays <= 7 ? 'radiographer' : 'physicist');

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.what}`);
  return result.value;
}
