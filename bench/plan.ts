/**
 * Planning invitations: the rule alone at demo and national size, and the day's whole work on the embedded server.
 *   npx tsx bench/plan.ts [women]
 * The rule plans a full year at once; the server plans day after day, as the programme does.
 */
import { planRound } from '#core/invitation/plan-round';
import type { PlanSite, PlanWoman } from '#core/invitation/round-plan';
import { openDays, type Unit } from '#core/invitation/opening';
import { addDays, type Day, day } from '#core/kernel/day';
import { integer, random } from '#core/kernel/random';
import { system } from '#core/people/access';
import { invitationRules } from '#programmes/breast-no/invitation';
import { type Database, openDatabase } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { dailyInvitationJobs } from '#server/invitation/daily-jobs';
import { planInvitations } from '#server/invitation/plan-invitations';
import { loadReference } from '#server/registry/load-reference';
import { withMigratedDatabase } from '#test/database';
import { row } from './row.ts';

const start = day('2026-11-23');
const seconds = (begun: number) => ((performance.now() - begun) / 1000).toFixed(2);

/** A year's due women and 30 units with room for them, drawn evenly: only the size and the shape matter here. */
function year(women: number) {
  const r = random('bench-plan', women);
  const from = day('2027-01-01');
  const to = day('2027-12-31');
  const places = Math.max(1, Math.ceil((women * 0.85) / (30 * 220 * 39)));
  const point = (i: number) => ({ latitude: 58 + (i % 17) * 0.7, longitude: 6 + (i % 5) });
  const sites = Array.from({ length: 30 }, (_, i): PlanSite => {
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      opensAt: '08:30',
      closesAt: '15:00',
      slotMinutes: 10,
      places,
    }));
    const unit: Unit = {
      id: `U${i}`,
      centreId: `C${i % 17}`,
      kind: 'stationary',
      point: point(i),
      hours,
      closures: [],
      stops: [],
      pausedOn: null,
    };
    const days = openDays(unit, from, to, invitationRules.calendar).map(({ day: at, slots }) => ({
      day: at,
      capacity: slots.length * places,
      slots: slots.map((slot) => ({ ...slot, booked: 0 })),
      booked: [],
    }));
    return {
      unitId: unit.id,
      centreId: unit.centreId,
      kind: 'stationary',
      stepFree: true,
      point: unit.point,
      days,
      stands: null,
    };
  });
  const due = Array.from({ length: women }, (_, i): PlanWoman => {
    const centre = i % 17;
    const home = point(centre);
    const at = {
      latitude: home.latitude + integer(r, -50, 50) / 100,
      longitude: home.longitude + integer(r, -50, 50) / 100,
    };
    const attendance = [0.93, 0.93, 0.93, 0.74, 0.2, 0.09][integer(r, 0, 5)] ?? 0.76;
    return {
      id: `w${i}`,
      centreId: `C${centre}`,
      point: at,
      dueOn: addDays(from, integer(r, 0, 364)),
      attendance,
      stepFree: false,
      longer: false,
    };
  });
  return { from, to, women: due, sites, pausedCentres: [], rules: invitationRules.plan };
}

/** Women of the reference country with two years of rounds behind them, three of four screened. */
async function populate(db: Database, women: number): Promise<void> {
  await db.pool.query(`update programme_clock set today = '${start}'`);
  await db.pool.query(`
    with codes as (
      select row_number() over () - 1 as i, p.code, p.municipality, m.centre_id
      from postal_code p join municipality m on m.id = p.municipality where p.latitude is not null)
    insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, postal_code, municipality, centre_id,
      phone, digital, status, status_on, last_screened_on)
    select md5('woman' || n)::uuid, (10000000000 + n)::text, date '1957-01-01' + (n * 7919) % 7300, 'female', 'Modig', 'Furu ' || n,
      c.code, c.municipality, c.centre_id, '+4790000000', n % 10 > 0, 'resident', '1990-01-01',
      case when n % 4 > 0 then date '${start}' - 690 + n % 731 - 41 end
    from generate_series(1, ${women}) n join codes c on c.i = (n * 104729::bigint) % (select count(*) from codes)`);
  await db.pool.query(`
    insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state, outcome, closed_on)
    select person_id, md5('episode' || person_id)::uuid, 1, centre_id, d, d, true, 'closed',
      case when last_screened_on is null then 'not-attended' else 'negative' end, d + 30
    from person, lateral (select coalesce(last_screened_on, date '${start}' - 731 + (hashtext(person_id::text) & 1023) % 731) as d) x
    where birth_date < '1974-01-01'`);
  await db.pool.query('update person set last_screened_on = null where birth_date >= $1', ['1974-01-01']);
  await db.pool.query('select note_last_invited(array(select person_id from person))');
  await db.pool.query('analyze');
}

async function days(db: Database, count: number): Promise<void> {
  let invited = 0;
  let longest = 0;
  let today: Day = start;
  const begun = performance.now();
  for (let i = 0; i < count; i++, today = addDays(today, 1)) {
    await db.pool.query(`update programme_clock set today = '${today}'`);
    const at = performance.now();
    const result = await inTransaction(db, system, dailyInvitationJobs);
    if (!result.ok) throw new Error(result.refusal.what);
    longest = Math.max(longest, performance.now() - at);
    invited += result.value.invited;
  }
  row(
    `Invitations of ${count} days planned and written, ${invited} invited`,
    `${seconds(begun)} s, the longest day ${(longest / 1000).toFixed(2)} s`,
  );
}

for (const women of [17_000, 34_000, 342_000]) {
  const input = year(women);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const plan = planRound(input);
  const used = (process.cpuUsage(cpu).user / 1e6).toFixed(2);
  row(
    `Planning a year for ${women.toLocaleString('en-GB')} women (the rule alone), ${plan.assignments.length} placed`,
    `${seconds(begun)} s, ${used} s of processor`,
  );
}
const women = Number(process.argv[2] ?? 34_000);
await withMigratedDatabase(async (url) => {
  const db = openDatabase(url, { max: 4 });
  try {
    await loadReference(db);
    await populate(db, women);
    const begun = performance.now();
    const dry = await inTransaction(db, system, (tx) => planInvitations(tx, { dryRun: true }));
    if (!dry.ok) throw new Error(dry.refusal.what);
    const { due, placed, unplaced } = dry.value.counts;
    console.log(
      `server: ${women} women, dry run ${seconds(begun)} s: due ${due}, placed ${placed}, ${JSON.stringify(unplaced)}`,
    );
    await days(db, 30);
  } finally {
    await db.close();
  }
});
