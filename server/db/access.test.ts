/** Row-level security, table by table: what the policies let through is what the plain rule of sql/0091_access.sql says. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, system } from '#core/people/access';
import { addWoman, coordinator, office, smallArea } from '#server/invitation/small-area';
import { planInvitations } from '#server/invitation/plan-invitations';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { inTransaction } from './transaction.ts';

let db: TestDatabase;
const women: string[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
  for (let i = 0; i < 24; i++) women.push(await addWoman(db, { centreId: i % 2 === 0 ? 'C01' : 'C02' }));
  await inTransaction(db, system, (tx) => planInvitations(tx, { dryRun: false }));
  const id = () => `'${randomUUID()}'`;
  // Some move to the other area after they were invited; some have a cancer, a stop, or an image that was read.
  await db.pool.query(`
    update person set centre_id = case centre_id when 'C01' then 'C02' else 'C01' end where person_id = any ('{${women.slice(0, 8)}}');
    insert into person_event (person_id, event_id, happened_on, kind) select person_id, gen_random_uuid(), '2026-11-01', 'moved' from person;
    insert into invitation_stop (person_id, stop_id, from_day, reason) select person_id, gen_random_uuid(), '2026-11-01', 'wish' from person limit 12;
    insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, nodes, er, pr, her2, surgery)
      select person_id, ${id()}, '2026-11-01', 'left', 'invasive', 'nst', 'negative', 'unknown', 'unknown', 'unknown', 'none' from person`);
});
afterAll(() => db.drop());

/** The rule for a row `t`: by its own centre and woman, or that of the row it belongs to. */
const own = (row: string) => `(actor_sees_centre(${row}.centre_id) or coalesce(actor_is(${row}.person_id), false))`;
const follows = (table: string, key: string, rule: string) =>
  `exists (select from ${table} f where f.person_id = t.person_id ${key && `and f.${key} = t.${key}`} and ${rule})`;
const person = (row: string) =>
  `(${own(row)} or exists (select from episode e where e.person_id = ${row}.person_id and ${own('e')}))`;
const rules: Readonly<Record<string, string>> = {
  person: person('t'),
  episode: own('t'),
  appointment: own('t'),
  episode_event: follows('episode', 'episode_id', own('f')),
  appointment_change: follows('appointment', 'appointment_id', own('f')),
  message: follows('person', '', person('f')),
  cancer: follows('person', '', person('f')),
  person_event: follows('person', '', person('f')),
  invitation_stop: follows('person', '', person('f')),
};

it.each(Object.keys(rules))('%s', async (table) => {
  const [first = '', second = ''] = women;
  const participant = (personId: string): Actor => ({
    userId: 'her',
    name: '',
    role: 'participant',
    centres: [],
    personId,
  });
  const actors: Actor[] = [
    office,
    coordinator,
    { ...coordinator, centres: ['C02'] },
    { ...coordinator, centres: ['C01', 'C02'] },
    { ...coordinator, centres: [] },
    participant(first),
    participant(second),
  ];
  const sizes: number[] = [];
  for (const actor of actors) {
    const seen = await inTransaction(db, actor, async (tx) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(tx.q);
      return rows;
    });
    // The same settings, with the owner's eyes.
    const { rows } = await inTransaction(db, actor, async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx.q);
      return sql<{
        row: string;
      }>`select t::text as row from ${sql.table(table)} t where ${sql.raw(rules[table] ?? '')}`.execute(tx.q);
    });
    const text = (list: readonly { row: string }[]) => list.map(({ row }) => row).toSorted();
    expect(text(seen)).toEqual(text(rows));
    sizes.push(seen.length);
  }
  expect(Math.max(...sizes)).toBe(sizes[0]);
  expect(sizes[1]).toBeGreaterThan(0);
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
});
