/**
 * Every table is ready to be spread over several servers by woman (DESIGN section 3): its comment says whether it is a
 * person, reference or local table, and its keys follow from that. Read from the catalogue of the migrated database.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesText } from '../tools/generate-tables.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

type Table = { readonly name: string; readonly comment: string; readonly rls: boolean; readonly triggers: string[] };
type Key = {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'x' | 'f';
  readonly columns: string[];
  readonly target: string | null;
  readonly targetColumns: string[] | null;
};

let db: TestDatabase;
let tables: Table[];
let keys: Key[];
let views: { readonly name: string; readonly kind: string; readonly invoker: boolean }[];
let definers: string[];
beforeAll(async () => {
  db = await createTestDatabase();
  await readCatalogue();
});
afterAll(() => db.drop());

const tablesQuery = `
  select c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as comment, c.relrowsecurity as rls,
    array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

/** Constraints, and unique indexes that no constraint made. Expressions in an index count as no column. */
const keysQuery = `
  select r.relname as table, k.conname as name, k.contype as kind,
    array(select attname::text from unnest(k.conkey) with ordinality n (att, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.att order by n.at) as columns,
    t.relname as target,
    array(select attname::text from unnest(k.confkey) with ordinality n (att, at)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.att order by n.at) as "targetColumns"
  from pg_constraint k join pg_class r on r.oid = k.conrelid left join pg_class t on t.oid = k.confrelid
  where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'x', 'f')
  union all
  select r.relname, i.relname, 'u',
    array(select attname::text from unnest(x.indkey::int2[]) n join pg_attribute a on a.attrelid = r.oid and a.attnum = n),
    null, null
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class r on r.oid = x.indrelid
  where x.indisunique and r.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`;

/** A view runs with its owner's rights unless told otherwise, and would walk around row-level security. */
const viewsQuery = `
  select relname as name, relkind as kind, coalesce('security_invoker=true' = any (reloptions), false) as invoker
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`;

const definersQuery = `
  select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`;

async function readCatalogue(): Promise<void> {
  tables = (await db.pool.query<Table>(tablesQuery)).rows;
  keys = (await db.pool.query<Key>(keysQuery)).rows;
  views = (await db.pool.query<(typeof views)[number]>(viewsQuery)).rows;
  definers = (await db.pool.query<{ name: string }>(definersQuery)).rows.map((row) => row.name);
}

const kindOf = (name: string | null) =>
  /^(person|reference|local): /.exec(tables.find((t) => t.name === name)?.comment ?? '')?.[1];
const keysOf = (kind: string, kinds: readonly Key['kind'][]) =>
  keys.filter((key) => kindOf(key.table) === kind && kinds.includes(key.kind));
const named = (key: Key) => `${key.table}.${key.name} (${key.columns})`;

/** Each rule: what it is, and the tables or keys that break it. */
const rules: Readonly<Record<string, () => readonly string[]>> = {
  'every table says by its comment what kind it is': () =>
    tables.filter((table) => !kindOf(table.name)).map((table) => table.name),
  'every table has a primary key': () => {
    const keyed = new Set(keys.filter((key) => key.kind === 'p').map((key) => key.table));
    return tables.filter((table) => !keyed.has(table.name)).map((table) => table.name);
  },
  'no table has a trigger': () => tables.filter((table) => table.triggers.length > 0).map((table) => table.name),
  'a person table has person_id in its primary key and in everything that is unique': () =>
    keysOf('person', ['p', 'u', 'x'])
      .filter((key) => !key.columns.includes('person_id'))
      .map(named),
  'a person table points at person tables together with person_id, or at reference tables': () =>
    keysOf('person', ['f'])
      .filter((key) => !pointsWithPerson(key) && kindOf(key.target) !== 'reference')
      .map(named),
  'a person table is bound by row-level security': () =>
    tables.filter((table) => kindOf(table.name) === 'person' && !table.rls).map((table) => table.name),
  'a reference table points at reference tables only': () =>
    keysOf('reference', ['f'])
      .filter((key) => kindOf(key.target) !== 'reference')
      .map(named),
  'a view reads with the rights of who reads it (security_invoker), and none is materialised': () =>
    views.filter((view) => view.kind === 'm' || !view.invoker).map((view) => view.name),
  'no function but the doors to the queue, the audit log and a study’s draws runs with its owner’s rights': () =>
    definers.filter((name) => !['queue_job', 'append_audit', 'draw_position'].includes(name)),
  'a local table points at no person table': () =>
    keysOf('local', ['f'])
      .filter((key) => kindOf(key.target) === 'person')
      .map(named),
};

function pointsWithPerson(key: Key): boolean {
  const at = key.columns.indexOf('person_id');
  return kindOf(key.target) === 'person' && at >= 0 && key.targetColumns?.[at] === 'person_id';
}

describe('the schema', () => {
  it.each(Object.keys(rules))('%s', (rule) => {
    expect(rules[rule]?.()).toEqual([]);
  });

  it('is what server/db/tables.ts says (else: npx tsx tools/generate-tables.ts)', async () => {
    const file = fileURLToPath(new URL('../server/db/tables.ts', import.meta.url));
    expect(readFileSync(file, 'utf8')).toBe(await tablesText(db.url));
  });
});

it('breaks every rule when a table does', async () => {
  await db.pool.query(`
    create table bad_nothing (a int);
    create table bad_person (person_id uuid primary key, other uuid unique references person, person uuid);
    comment on table bad_person is 'person: x';
    create unique index bad_index on bad_person (other, person);
    create table bad_reference (a int primary key, person_id uuid references person);
    comment on table bad_reference is 'reference: x';
    create table bad_local (a int primary key, person_id uuid references person);
    comment on table bad_local is 'local: x';
    create view bad_view as select 1 as n;
    create function bad_definer() returns int language sql security definer return 1;
    create function bad_trigger() returns trigger language plpgsql as 'begin return new; end';
    create trigger bad before insert on bad_local for each row execute function bad_trigger();`);
  await readCatalogue();
  expect(Object.values(rules).map((rule) => rule().map((fault) => fault.split(' ')[0]))).toEqual([
    ['bad_nothing'],
    ['bad_nothing'],
    ['bad_local'],
    ['bad_person.bad_person_other_key', 'bad_person.bad_index'],
    ['bad_person.bad_person_other_fkey'],
    ['bad_person'],
    ['bad_reference.bad_reference_person_id_fkey'],
    ['bad_view'],
    ['bad_definer'],
    ['bad_local.bad_local_person_id_fkey'],
  ]);
});
