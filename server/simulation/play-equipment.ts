/**
 * The equipment of the demo country, through the use cases: a machine in every unit, a reading room and a pair of displays
 * at every centre, their last tests by its physicist and radiographers, and at each third centre something that has
 * failed. Values are invented around what the limits ask for.
 */
import type { EquipmentTest, Measured } from '#core/equipment/equipment-test';
import { luminanceOfJnd, standardLuminances } from '#core/equipment/gsdf';
import { addDays, type Day } from '#core/kernel/day';
import { normal, random, type Random } from '#core/kernel/random';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { equipmentTests } from '#programmes/breast-no/equipment';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { recordTest } from '#server/equipment/record-test';
import { registerEquipment } from '#server/equipment/register-equipment';

/** How many times each test has been done when the demo begins: enough for a trend of those that a physicist does. */
const timesDone = (everyDays: number) => (everyDays === 1 ? 3 : everyDays <= 7 ? 6 : everyDays <= 91 ? 6 : 2);

type Tester = 'physicist' | 'radiographer';
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

async function firstOf(db: Database, centreId: string, role: Tester): Promise<Actor | undefined> {
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
        const failing = fails && back === 0 && item.at % 2 === 0;
        const { equipmentId } = item;
        const measured = measure(test.id, doneOn, item, failing);
        const done = { equipmentId, test: test.id, doneOn, instrument: '', measured, note: '' };
        must(await recordTest({ ...tx, today: doneOn }, done));
        tests++;
      }
    }
  }
  return tests;
}

/** The daily and weekly ones are the radiographers', the rest the physicist's. */
const testerOf = (test: EquipmentTest): Tester => (test.everyDays <= 7 ? 'radiographer' : 'physicist');

function measure(test: string, on: Day, item: Item, failing: boolean): Measured {
  const r = random('equipment', item.centreId, item.at, test, on);
  const about = (value: number, sd: number) => Math.round(normal(r, value, sd) * 100) / 100;
  switch (test) {
    case 'display-daily':
      return { 'pattern-visible': true, 'screen-clean': true };
    case 'display-luminance':
      return luminance(r, about, failing);
    case 'room-light':
      return { illuminance: Math.max(5, Math.round(about(22, 5))), 'no-reflections': true };
    case 'machine-weekly':
      return { 'no-artefacts': true, 'signal-to-noise': about(52, 0.8), 'signal-to-noise-reference': 52 };
    case 'machine-exposure':
      return {
        'glandular-dose': about(1.4, 0.06),
        exposures: Array.from({ length: 5 }, () => about(74, 0.5)),
        'contrast-to-noise': about(9.2, 0.12),
        'contrast-to-noise-reference': 9.2,
        'compression-force': Math.round(about(172, 4)),
      };
    default:
      throw new Error(`the demo does not know how to measure ${test}`);
  }
}

/** A display that follows the standard to a few per cent; when it fails, its brightest has sunk below that of its pair. */
function luminance(r: Random, about: (value: number, sd: number) => number, failing: boolean): Measured {
  const darkest = 1.2 + Math.abs(normal(r, 0, 0.04));
  const brightest = failing ? 462 : 505 + normal(r, 0, 6);
  const levels = standardLuminances(darkest + 0.2, brightest + 0.2, 18).map(
    (level) => (level - 0.2) * (1 + normal(r, 0, 0.004)),
  );
  return {
    ambient: 0.2,
    levels: levels.map((level) => Math.round(level * 1000) / 1000),
    corners: Array.from({ length: 5 }, () => about(0.8 * luminanceOfJnd(700), 9)),
    darkest: Math.round(darkest * 100) / 100,
    brightest: Math.round(brightest),
    'brightest-other': failing ? 520 : Math.round(brightest + normal(r, 0, 8)),
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.what}`);
  return result.value;
}
