import { idnr } from '@navikt/fnrvalidator';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { parseReference } from '#core/messaging/reference';
import type { Tx } from '#server/db/transaction';

export type FoundPerson = {
  personId: string;
  name: string;
  birthDate: Day;
  status: 'resident' | 'emigrated' | 'dead';
  municipality: string;
  centre: string;
};

export type Found = { foundBy: 'number' | 'letter' | 'name'; people: FoundPerson[]; more: boolean };

const SHOWN = 50;

/**
 * Women by identity number (present or former, by the check digits before and after 2032), by the reference printed on a
 * letter, or by the beginning of a name. Only those whom the actor may see; each one shown is an audited look. Refuses
 * with `bad-number` when eleven digits cannot be an identity number.
 */
export async function findPerson(tx: Tx, input: { readonly q: string }): Promise<Result<Found, 'bad-number'>> {
  const q = input.q.trim();
  const digits = q.replaceAll(/[\s.-]/g, '');
  if (/^\d{11}$/.test(digits)) {
    if (idnr(digits).status !== 'valid') return refuse('bad-number', 'The check digits of the number are wrong');
    return ok(
      await shown(
        tx,
        'number',
        sql`p.person_id = (select person_id from identity_number where identity_number = ${digits})`,
      ),
    );
  }
  // A double-barrelled name may have as many letters as a reference, but seldom the right check symbol.
  const reference = /[\d-]/.test(q) ? parseReference(q) : undefined;
  if (reference || /\d/.test(q)) {
    return ok(
      await shown(
        tx,
        'letter',
        sql`p.person_id in (select person_id from message where reference = ${reference ?? null})`,
      ),
    );
  }
  return ok(
    await shown(
      tx,
      'name',
      named(
        q
          .toLocaleLowerCase('nb')
          .split(/[\s,]+/)
          .filter((word) => word !== ''),
      ),
    ),
  );
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
