import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { invitedWoman, makeClinic } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { accessLog } from './access-log.ts';
import { addUser } from './add-user.ts';
import { changeUser } from './change-user.ts';
import { findActor } from './find-actor.ts';
import { listUsers } from './list-users.ts';

const admin = (n: number): Actor => ({ userId: `ADM-${n}`, name: '', role: 'administrator', centres: 'all' });

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role) values
    ('ADM-1', 'Prøve Drift', 'administrator'), ('ADM-2', 'Annen Drift', 'administrator')`);
});
afterAll(() => db.drop());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);
const liv = { userId: 'liv@prove', name: 'Liv Prøve', role: 'coordinator', centreId: 'C06' } as const;
const change = (more: Partial<Parameters<typeof changeUser>[1]>, actor = admin(1)) =>
  as(actor, (tx) => changeUser(tx, { ...liv, active: true, version: 1, ...more }));
const listed = async (userId: string = liv.userId) =>
  (await as(admin(1), listUsers)).users.find((user) => user.userId === userId);

describe('a user', () => {
  it('is given access once, with a centre when she works at one', async () => {
    expect(code(await as(admin(1), (tx) => addUser(tx, { ...liv, centreId: null })))).toBe('centre-needed');
    expect(code(await as(admin(1), (tx) => addUser(tx, liv)))).toBe('ok');
    expect(code(await as(admin(1), (tx) => addUser(tx, { ...liv, name: 'En annen' })))).toBe('user-exists');
    expect(await findActor(db, liv.userId)).toMatchObject({ role: 'coordinator', centres: ['C06'] });
    expect(await listed()).toMatchObject({ centre: 'A', lastSeen: null, changedBy: 'Prøve Drift' });
  });

  it('is nobody from the moment the access ends, and herself again when it is given back', async () => {
    expect(code(await change({ active: false }))).toBe('ok');
    expect(await findActor(db, liv.userId)).toBeUndefined();
    expect(code(await change({ version: 2 }))).toBe('ok');
    expect(await findActor(db, liv.userId)).toBeDefined();
  });

  it('is not changed by one who has not seen what another did, who is named', async () => {
    expect(code(await change({ version: 3, centreId: 'C07' }, admin(2)))).toBe('ok');
    const late = await change({ version: 3, name: 'Liv Nytt-Navn' });
    expect(late).toMatchObject({ refusal: { code: 'stale-version', details: { by: 'Annen Drift' } } });
    expect(await listed()).toMatchObject({ name: 'Liv Prøve', centre: 'B', version: 4 });
  });

  it('does not change her own access', async () => {
    const self = { userId: 'ADM-1', name: 'Prøve Drift', role: 'administrator', centreId: null, version: 1 } as const;
    expect(code(await change({ ...self, active: false }))).toBe('own-access');
    expect(code(await change({ ...self, name: 'Prøve Driftsen' }))).toBe('ok');
  });
});

it('the log tells what staff looked at and changed, by whom, and names no woman', async () => {
  const woman = await invitedWoman(db);
  const looking: Actor = { userId: liv.userId, name: '', role: 'coordinator', centres: ['C06'] };
  for (let i = 0; i < 3; i++) await as(looking, async (tx) => tx.look(woman.personId, 'timeline'));
  await as(system, async (tx) => tx.look(woman.personId, 'timeline'));
  const hers = await as(admin(1), (tx) => accessLog(tx, { userId: liv.userId }));
  expect(hers.lines).toMatchObject([
    { name: 'Liv Prøve', kind: 'looks', what: 'timeline', personId: woman.personId, times: 3 },
  ]);
  const changes = await as(admin(1), (tx) => accessLog(tx, { kind: 'changes' }));
  expect(new Set(changes.lines.map(({ what }) => what))).toEqual(
    new Set(['access-log.read', 'user.added', 'user.changed']),
  );
  expect((await as(admin(1), (tx) => accessLog(tx, { to: '2020-01-01' as Day }))).total).toBe(0);
  expect((await listed())?.lastSeen).toBe(hers.to);
});
