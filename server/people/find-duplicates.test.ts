/** Possible duplicates, against a comparison of every woman with every other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { findDuplicates } from './find-duplicates.ts';

const office: Actor = { userId: 'office-1', name: 'Kontor', role: 'office', centres: 'all' };
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

it('finds the pairs that a comparison of all with all finds, for the same reason', async () => {
  const { rows } = await db.pool.query<Record>(`select * from person where kind = 'known' order by person_id`);
  const { rows: two } = await db.pool.query('select person_id, other_id from different_people');
  const apart = new Set(two.map((pair) => `${pair.person_id} ${pair.other_id}`));
  const expected = rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => {
      const because = apart.has(`${a.person_id} ${b.person_id}`) ? undefined : reason(a, b);
      return because ? [`${a.person_id} ${b.person_id} ${because}`] : [];
    }),
  );
  const found = await inTransaction(db, office, findDuplicates);
  if (!found.ok) throw new Error('refused');
  expect(found.value.candidates.map((c) => `${c.personId} ${c.otherId} ${c.because}`).toSorted()).toEqual(
    expected.toSorted(),
  );
  expect(new Set(found.value.candidates.map((c) => c.because))).toEqual(new Set(['name', 'phone', 'd-number']));
  expect(found.value.more).toBe(false);
});

function reason(a: Record, b: Record): string | undefined {
  if (a.birth_date !== b.birth_date) return undefined;
  const given = a.given_name !== null && a.given_name.toLowerCase() === b.given_name?.toLowerCase();
  if (given && a.family_name.toLowerCase() === b.family_name.toLowerCase()) return 'name';
  const [x, y] = [a.identity_number, b.identity_number];
  if (given && x.slice(1, 6) === y.slice(1, 6) && Math.abs(Number(x[0]) - Number(y[0])) === 4) return 'd-number';
  return a.phone !== null && a.phone === b.phone ? 'phone' : undefined;
}
