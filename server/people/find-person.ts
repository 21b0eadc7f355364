import { idnr } from '@navikt/fnrvalidator';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { readSearch, type SearchWords } from '#core/people/search-words';
import type { Tx } from '#server/db/transaction';

export type FoundPerson = {
  personId: string;
  name: string;
  birthDate: Day;
  status: 'resident' | 'emigrated' | 'dead';
  municipality: string;
  centre: string;
};

export type Found = { foundBy: SearchWords['by']; people: FoundPerson[]; more: boolean };

const SHOWN = 50;

/**
 * Women by identity number (present or former, by the check digits before and after 2032), by telephone, by the reference
 * printed on a letter, or by the beginning of a name and a birth date (`readSearch`). Only those whom the actor may see; each
 * one shown is an audited look. Refuses with `bad-number` when eleven digits cannot be an identity number.
 */
export async function findPerson(tx: Tx, input: { readonly q: string }): Promise<Result<Found, 'bad-number'>> {
  const read = readSearch(input.q);
  if (read.by === 'number' && idnr(read.digits).status !== 'valid')
    return refuse('bad-number', 'The check digits of the number are wrong');
  return ok(await shown(tx, read.by, conditionOf(read)));
}

function conditionOf(read: SearchWords) {
  switch (read.by) {
    case 'number':
      return sql`p.person_id = (select person_id from identity_number where identity_number = ${read.digits})`;
    case 'phone':
      return sql`p.phone = ${read.phone}`;
    case 'letter':
      return sql`p.person_id in (select person_id from message where reference = ${read.reference ?? null})`;
    case 'name': {
      const born = read.born ? sql`p.birth_date = ${read.born}` : sql`true`;
      return read.words.length === 0 ? born : sql`(${named(read.words)} and ${born})`;
    }
  }
}

/** One word begins the family name or the given name; more words are given name(s) and family name in either order. */
function named(words: readonly string[]) {
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  if (last === undefined) return sql`(${begins('family', first)} or ${begins('given', first)})`;
  return sql`((${begins('family', last)} and ${begins('given', first)}) or (${begins('family', first)} and ${begins('given', last)}))`;
}

/** As a range and not with `like`: below row-level security only what cannot leak may go by an index (sql/0101). */
function begins(name: 'family' | 'given', word: string) {
  const key = sql.ref(`p.${name}_name_key`);
  return sql`(${key} >= ${word} and ${key} < ${`${word}\u{10ffff}`})`;
}

async function shown(tx: Tx, foundBy: Found['foundBy'], condition: ReturnType<typeof sql>): Promise<Found> {
  const { rows } = await sql<FoundPerson>`
    select p.person_id as "personId", p.given_name || ' ' || p.family_name as name, p.birth_date as "birthDate", p.status,
      coalesce(m.name, '') as municipality, c.short_name as centre
    from person p join centre c on c.id = p.centre_id left join municipality m on m.id = p.municipality
    where p.kind = 'known' and ${condition}
    order by p.family_name collate "nb-x-icu", p.given_name collate "nb-x-icu", p.birth_date, p.person_id
    limit ${SHOWN + 1}`.execute(tx.q);
  const people = rows.slice(0, SHOWN);
  for (const { personId } of people) tx.look(personId, `search by ${foundBy}`);
  return { foundBy, people, more: rows.length > SHOWN };
}
