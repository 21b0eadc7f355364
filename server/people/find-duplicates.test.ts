/** Possible duplicates, against a comparison of every woman with every other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Day, day } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { duplicatesSince, findDuplicates } from './find-duplicates.ts';
import { noteDuplicates } from './note-duplicates.ts';

const office: Actor = { userId: 'office-1', name: 'Kontor', role: 'office', centres: 'all' };
const coordinator: Actor = { userId: 'C-1', name: 'Senter', role: 'coordinator', centres: ['C01'] };
let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  // Few days, names and telephones, so that every kind of likeness comes, and some women who are alike in several ways.
  await db.pool.query(`
    insert into region values ('R1', 'Region');
    insert into centre (id, name, short_name, region_id, town) values ('C01', 'Bystad brystsenter', 'Bystad', 'R1', 'Bystad');
    select setseed(0.75);
    insert into person (person_id, kind, identity_number, birth_date, sex, given_name, family_name, phone, centre_id, status, status_on)
      select gen_random_uuid(), 'known',
        ((random() * 3)::int + case when random() < 0.4 then 4 else 0 end) || case when random() < 0.5 then '18170' else '28170' end
          || lpad(n::text, 5, '0'),
        date '1970-01-01' + (random() * 6)::int, 'female', (array['Modig', 'modig', 'Stille', 'Rask'])[1 + (random() * 3)::int],
        (array['Lampe', 'LAMPE', 'Furu', 'Regnbue', 'Mose'])[1 + (random() * 4)::int],
        case when random() < 0.7 then '+479999000' || (random() * 9)::int end, 'C01', 'resident', '2020-01-01'
      from generate_series(1, 120) n;
    update person set given_name = null where random() < 0.1;
    insert into person (person_id, kind, birth_date, sex, phone, centre_id, status, status_on)
      select gen_random_uuid(), 'deidentified', birth_date, 'female', phone, 'C01', 'resident', '2020-01-01' from person limit 20;
    insert into different_people (person_id, other_id, decided_on, by_user)
      select a.person_id, b.person_id, '2026-01-19', 'office-1' from person a join person b on b.birth_date = a.birth_date and b.person_id > a.person_id
      where a.kind = 'known' and b.kind = 'known' and random() < 0.2`);
});
afterAll(() => db.drop());

type Record = {
  readonly person_id: string;
  readonly birth_date: string;
  readonly given_name: string | null;
  readonly family_name: string;
  readonly phone: string | null;
  readonly identity_number: string;
};

/** `first id, second id, reason` of every pair that a comparison of all with all finds. */
async function allWithAll(): Promise<string[]> {
  const { rows } = await db.pool.query<Record>(`select * from person where kind = 'known' order by person_id`);
  const { rows: two } = await db.pool.query('select person_id, other_id from different_people');
  const apart = new Set(two.map((pair) => `${pair.person_id} ${pair.other_id}`));
  return rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => {
      const because = apart.has(`${a.person_id} ${b.person_id}`) ? undefined : reason(a, b);
      return because ? [`${a.person_id} ${b.person_id} ${because}`] : [];
    }),
  );
}

async function found() {
  const answer = await inTransaction(db, office, findDuplicates);
  if (!answer.ok) throw new Error('refused');
  expect(answer.value.more).toBe(false);
  return answer.value.candidates;
}

const pairs = async () => (await found()).map((c) => `${c.personId} ${c.otherId} ${c.because}`);

async function noteOn(today: Day): Promise<void> {
  await db.pool.query('update programme_clock set today = $1', [today]);
  await inTransaction(db, system, noteDuplicates);
}

it('finds the pairs that a comparison of all with all finds, for the same reason, and remembers since when', async () => {
  await noteOn(day('2026-01-19'));
  expect((await pairs()).toSorted()).toEqual((await allWithAll()).toSorted());
  expect(new Set((await found()).map((c) => c.because))).toEqual(new Set(['name', 'phone', 'd-number']));
  const before = new Set(await pairs());

  // Some change their names and telephones during the day: who is no longer alike is gone at once, the new ones come in the morning.
  await db.pool.query(`
    select setseed(0.25);
    update person set phone = '+479999000' || (random() * 9)::int where random() < 0.2;
    update person set given_name = 'Rask' where kind = 'known' and random() < 0.2;
    update person set kind = 'deidentified', identity_number = null, given_name = null, family_name = null where kind = 'known' and random() < 0.1`);
  const expected = new Set(await allWithAll());
  const seen = await pairs();
  expect(seen.filter((pair) => !expected.has(pair))).toEqual([]);
  expect(seen.length).toBeLessThan(before.size);

  await noteOn(day('2026-01-20'));
  const now = await found();
  expect((await pairs()).toSorted()).toEqual([...expected].toSorted());
  const ids = (pair: string) => pair.slice(0, 73);
  const known = new Set([...before].map(ids));
  expect(
    now
      .filter((c) => c.foundOn === '2026-01-19')
      .map((c) => `${c.personId} ${c.otherId}`)
      .toSorted(),
  ).toEqual(
    [...expected]
      .map(ids)
      .filter((pair) => known.has(pair))
      .toSorted(),
  );
  expect(now.some((c) => c.foundOn === '2026-01-20')).toBe(true);
  expect((await inTransaction(db, office, duplicatesSince)).toSorted()).toEqual(now.map((c) => c.foundOn).toSorted());
  expect(await inTransaction(db, coordinator, duplicatesSince)).toEqual([]);
});

function reason(a: Record, b: Record): string | undefined {
  if (a.birth_date !== b.birth_date) return undefined;
  const given = a.given_name !== null && a.given_name.toLowerCase() === b.given_name?.toLowerCase();
  if (given && a.family_name.toLowerCase() === b.family_name.toLowerCase()) return 'name';
  const [x, y] = [a.identity_number, b.identity_number];
  if (given && x.slice(1, 6) === y.slice(1, 6) && Math.abs(Number(x[0]) - Number(y[0])) === 4) return 'd-number';
  return a.phone !== null && a.phone === b.phone ? 'phone' : undefined;
}
