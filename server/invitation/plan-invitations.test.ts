import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { planInvitations } from './plan-invitations.ts';
import { addWoman, coordinator, office, slotsThatDoNotAddUp, smallArea, testToday } from './small-area.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query(`truncate person, episode, appointment, slot, message, round_plan cascade`);
});

const plan = (dryRun: boolean, centreId?: string) =>
  inTransaction(db, system, (tx) => planInvitations(tx, { dryRun, centreId }));
const count = async (table: string) => Number((await db.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

describe('a dry run', () => {
  it('says how many and why not, and sends nothing', async () => {
    for (let i = 0; i < 5; i++) await addWoman(db);
    await addWoman(db, { lastScreenedOn: '2025-06-01' });
    await addWoman(db, { birthDate: '1980-01-01' });
    const result = await plan(true);
    expect(result).toMatchObject({
      ok: true,
      value: { state: 'dry-run', counts: { due: 5, placed: 5, because: { first: 5 } } },
    });
    for (const table of ['episode', 'appointment', 'message', 'slot']) expect(await count(table)).toBe(0);
    expect(await count('round_plan')).toBe(1);
  });
  it('refuses a centre that does not exist', async () => {
    expect(await plan(true, 'C99')).toMatchObject({ ok: false, refusal: { code: 'no-such-centre' } });
  });
});

describe('carrying out', () => {
  it('gives each woman an episode, a time four weeks ahead at the nearest unit, and an invitation', async () => {
    const ids = [await addWoman(db), await addWoman(db), await addWoman(db, { centreId: 'C02' })];
    expect(await plan(false)).toMatchObject({ ok: true, value: { counts: { placed: 3 } } });
    const { rows } = await db.pool.query('select * from appointment order by unit_id');
    expect(rows.map((row) => row.unit_id)).toEqual(['U01', 'U01', 'U03']);
    for (const row of rows) expect(row.day >= addDays(testToday, 28) && row.day <= addDays(testToday, 41)).toBe(true);
    const messages = await db.pool.query("select person_id from message where kind = 'invitation'");
    expect(messages.rows.map((row) => row.person_id).sort()).toEqual([...ids].sort());
    expect(await count("episode_event where kind = 'invited'")).toBe(3);
    expect(await count("audit_entry where action = 'episode.invited'")).toBe(3);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('invites nobody twice, today or tomorrow', async () => {
    for (let i = 0; i < 4; i++) await addWoman(db);
    await plan(false);
    expect(await plan(false)).toMatchObject({ ok: true, value: { counts: { due: 0, placed: 0 } } });
    expect(await count('episode')).toBe(4);
  });
  it('two at the same time invite each woman once', async () => {
    for (let i = 0; i < 12; i++) await addWoman(db);
    const results = await Promise.all([plan(false), plan(false), plan(false)]);
    expect(results.map((each) => (each.ok ? each.value.counts.placed : -1)).sort((a, b) => a - b)).toEqual([0, 0, 12]);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('never invites a woman in the stop register, in follow-up, dead, or with an open round', async () => {
    const [stopped, ill, dead] = [await addWoman(db), await addWoman(db), await addWoman(db)];
    await db.pool.query(`insert into invitation_stop values ($1, gen_random_uuid(), '2026-01-01', null, 'wish')`, [
      stopped,
    ]);
    await db.pool.query(`update person set status = 'dead' where person_id = $1`, [dead]);
    await db.pool.query(
      `insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, nodes, er, pr, her2, surgery)
       values ($1, gen_random_uuid(), '2020-02-02', 'left', 'invasive', 'ductal', 'negative', 'positive', 'positive', 'negative', 'conserving')`,
      [ill],
    );
    expect(await plan(false)).toMatchObject({ ok: true, value: { counts: { due: 0 } } });
  });
  it('overbooks by predicted attendance and no further; the rest wait with a reason', async () => {
    for (let i = 0; i < 250; i++) await addWoman(db, { centreId: 'C02' });
    const result = await plan(false);
    if (!result.ok) throw new Error(result.refusal.what);
    const { placed, unplaced } = result.value.counts;
    // U03 is open some days of the window (Christmas closes the rest), 6 places a day of which 85 % are planned for.
    expect(placed + (unplaced['no-room'] ?? 0)).toBe(250);
    const perDay = await db.pool.query('select day, count(*)::int as n from appointment group by day');
    for (const { n } of perDay.rows) expect(n >= 5 && n <= 8).toBe(true);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('leaves a paused area alone', async () => {
    await addWoman(db);
    await db.pool.query(`update centre set paused_on = '2026-11-01' where id = 'C01'`);
    expect(await plan(false)).toMatchObject({
      ok: true,
      value: { counts: { placed: 0, unplaced: { 'area-paused': 1 } } },
    });
    await db.pool.query(`update centre set paused_on = null where id = 'C01'`);
  });
  it('works with the rights of the office, and shows a coordinator her own area only', async () => {
    await addWoman(db);
    await addWoman(db, { centreId: 'C02' });
    const own = await inTransaction(db, coordinator, (tx) => planInvitations(tx, { dryRun: true }));
    expect(own).toMatchObject({ ok: true, value: { counts: { due: 1 } } });
    const all = await inTransaction(db, office, (tx) => planInvitations(tx, { dryRun: false }));
    expect(all).toMatchObject({ ok: true, value: { counts: { placed: 2 } } });
  });
  it('is due from the day of the last examination, whatever came between', async () => {
    await addWoman(db, { lastScreenedOn: '2024-12-28' });
    await plan(false);
    const { rows } = await db.pool.query('select due_on, prevalent from episode');
    expect(rows).toEqual([{ due_on: day('2026-12-28'), prevalent: false }]);
  });
});
