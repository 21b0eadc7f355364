import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { verifyChain } from '#server/audit/verify';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { byProgramme } from './by-programme.ts';
import { inTransaction, type Tx } from './transaction.ts';

let db: TestDatabase;
const woman = '00000000-0000-4000-8000-000000000001';
const neighbour = '00000000-0000-4000-8000-000000000002';

beforeAll(async () => {
  db = await createTestDatabase();
  await db.pool.query(`
    insert into region values ('sor-ost', 'Sør-Øst');
    insert into centre (id, name, short_name, region_id, town) values
      ('ous', 'Oslo', 'Oslo', 'sor-ost', 'Oslo'), ('ahus', 'Akershus', 'Ahus', 'sor-ost', 'Lørenskog');
    insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, centre_id, status, status_on) values
      ('${woman}', '01016012345', '1960-01-01', 'female', 'Kari', 'Nordmann', 'ous', 'resident', '2020-01-01'),
      ('${neighbour}', '02026012345', '1960-02-02', 'female', 'Anne', 'Hansen', 'ahus', 'resident', '2020-01-01');
  `);
});
afterAll(() => db.drop());

const at = (centres: Actor['centres'], more: Partial<Actor> = {}): Actor => ({
  userId: 'u1',
  name: 'Una',
  role: 'coordinator',
  centres,
  ...more,
});
const names = (actor: Actor) =>
  inTransaction(db, actor, (tx) => tx.q.selectFrom('person').select('given_name').orderBy('given_name').execute()).then(
    (rows) => rows.map((row) => row.given_name),
  );
const entries = async () =>
  (
    await db.kysely
      .selectFrom('audit_entry')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

describe('who sees whom', () => {
  it('shows a coordinator the women of her centres, the office all, a participant herself', async () => {
    expect(await names(at(['ous']))).toEqual(['Kari']);
    expect(await names(at(['ous', 'ahus']))).toEqual(['Anne', 'Kari']);
    expect(await names(at('all'))).toEqual(['Anne', 'Kari']);
    expect(await names(at([]))).toEqual([]);
    expect(await names(at([], { role: 'participant', personId: neighbour }))).toEqual(['Anne']);
    expect(await names(system)).toEqual(['Anne', 'Kari']);
  });

  it('sees everyone in a step of the programme’s own, to the end of the outermost, and no longer', async () => {
    const seen: number[] = [];
    await inTransaction(db, at(['ous']), async (tx) => {
      const look = async () => seen.push((await tx.q.selectFrom('person').select('person_id').execute()).length);
      await byProgramme(tx, async () => {
        await byProgramme(tx, look);
        await look();
      });
      await look();
    });
    expect(seen).toEqual([2, 2, 1]);
  });

  it('leaves no right behind on the connection', async () => {
    await names(at(['ous']));
    const { rows } = await db.pool.query(
      "select current_user as who, current_setting('runde.centres', true) as centres",
    );
    expect(rows[0]).toEqual({ who: 'runde', centres: '' });
  });

  it('lets nobody but the owner change the audit', async () => {
    const change = inTransaction(db, at('all'), (tx) => sql`update audit_entry set actor = 'x'`.execute(tx.q));
    await expect(change).rejects.toThrow(/permission denied/);
    const head = inTransaction(db, at('all'), (tx) => sql`update audit_head set seq = 0`.execute(tx.q));
    await expect(head).rejects.toThrow(/permission denied/);
    const write = inTransaction(db, at('all'), (tx) =>
      sql`insert into audit_entry select seq + 1000, at, today, actor, role, action, person_id, detail, prev_hash, hash from audit_entry limit 1`.execute(
        tx.q,
      ),
    );
    await expect(write).rejects.toThrow(/permission denied/);
  });
});

describe('a transaction', () => {
  const rename = (actor: Actor, to: string, refused: boolean) =>
    inTransaction(db, actor, async (tx) => {
      await tx.q.updateTable('person').set({ given_name: to }).where('person_id', '=', woman).execute();
      tx.record('rename', woman, { to });
      return refused ? refuse('not-today', 'Not today') : ok(to);
    });

  it('keeps the change with its audit entry', async () => {
    const before = await entries();
    expect(await rename(at('all'), 'Karin', false)).toEqual({ ok: true, value: 'Karin' });
    expect(await names(at(['ous']))).toEqual(['Karin']);
    expect(await entries()).toBe(before + 1);
  });

  it('changes nothing when the rule refuses, and returns the refusal', async () => {
    const before = await entries();
    expect(await rename(at('all'), 'Kaia', true)).toMatchObject({ ok: false, refusal: { code: 'not-today' } });
    expect(await names(at(['ous']))).toEqual(['Karin']);
    expect(await entries()).toBe(before);
  });

  it('changes nothing when something throws', async () => {
    const failing = inTransaction(db, system, async (tx) => {
      await tx.q.updateTable('person').set({ given_name: 'Kaia' }).execute();
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await names(at(['ous']))).toEqual(['Karin']);
  });

  it('takes the programme day from the clock, and the real date without one', async () => {
    const today = () => inTransaction(db, system, async (tx) => tx.today);
    expect(await today()).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date()));
    await db.kysely.updateTable('programme_clock').set({ today: '2026-03-01' }).execute();
    expect(await today()).toBe('2026-03-01');
  });

  it('is run again after a deadlock', async () => {
    let meet = 0;
    let runs = 0;
    const both = (first: string, second: string) =>
      inTransaction(db, system, async (tx) => {
        runs += 1;
        await tx.q.updateTable('person').set({ phone: '+4790000000' }).where('person_id', '=', first).execute();
        meet += 1;
        for (let i = 0; i < 200 && meet < 2; i++) await new Promise((resolve) => setTimeout(resolve, 10));
        await tx.q.updateTable('person').set({ phone: '+4790000000' }).where('person_id', '=', second).execute();
      });
    await Promise.all([both(woman, neighbour), both(neighbour, woman)]);
    expect(runs).toBe(3);
  });
});

describe('the audit chain', () => {
  it('is whole after 20 transactions at once, and names the entry that was changed', async () => {
    const before = await entries();
    const looks = Array.from({ length: 20 }, (_, i) =>
      inTransaction(db, at('all', { userId: `u${i}` }), async (tx) => {
        tx.look(woman, 'case');
        tx.record('note', woman, { i, when: tx.at, deep: { b: 1, a: [1.5, null, 'æ'] }, gone: undefined });
      }),
    );
    await Promise.all(looks);
    expect(await verifyChain(db)).toMatchObject({ kind: 'whole', entries: before + 40 });

    const seq = before + 7;
    await db.pool.query('update audit_entry set detail = detail || \'{"x": 1}\' where seq = $1', [seq]);
    expect(await verifyChain(db)).toEqual({ kind: 'broken', seq, why: 'its content has been changed' });
    await db.pool.query("update audit_entry set detail = detail - 'x' where seq = $1", [seq]);
    expect(await verifyChain(db)).toMatchObject({ kind: 'whole' });

    await db.pool.query(
      'update audit_head set seq = seq - 1, hash = (select prev_hash from audit_entry order by seq desc limit 1)',
    );
    expect(await verifyChain(db)).toMatchObject({ kind: 'broken', why: 'it comes after the head of the chain' });
    await db.pool.query(
      'update audit_head set (seq, hash) = (select seq, hash from audit_entry order by seq desc limit 1)',
    );

    await db.pool.query('delete from audit_entry where seq = $1', [seq]);
    expect(await verifyChain(db)).toEqual({ kind: 'broken', seq, why: 'the entry is missing' });
  });
});

it('finds nothing in an empty list, and everything outside one, in a transaction and without', async () => {
  const centres = (q: Tx['q'], operator: 'in' | 'not in') =>
    q.selectFrom('centre').select('id').where('id', operator, []).orderBy('id').execute();
  const both = async (q: Tx['q']) => [await centres(q, 'in'), await centres(q, 'not in')];
  const expected = [[], [{ id: 'ahus' }, { id: 'ous' }]];
  expect(await both(db.kysely)).toEqual(expected);
  expect(await inTransaction(db, system, (tx) => both(tx.q))).toEqual(expected);
});
