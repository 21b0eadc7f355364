import { sql } from 'kysely';
import { split } from '#core/protocols/evaluate';
import { refsOf } from '#core/protocols/paths';
import { boundBy, type Protocol, stepsOf } from '#core/protocols/protocol';
import type { Tx } from '#server/db/transaction';

/** The facts about a woman that a protocol may decide by. */
type Items = { readonly age: number; readonly density: string | null; readonly risk5y: number | null };

/**
 * Facts about the woman that an arm's conditions ask for, by name: her age at the examination, and the density and
 * the risk that the first product to give one has said of it. The programme keeps no risk of its own. Most arms ask for none, and nothing is read then.
 */
export async function loadItems(
  tx: Tx,
  key: { readonly personId: string; readonly examinationId: string },
  protocol: Protocol,
  arm: string,
): Promise<Readonly<Record<string, number | string>>> {
  if (!asksForItems(protocol, arm)) return {};
  const { rows } = await sql<Items>`
    select extract(year from age(x.day, p.birth_date))::int as age,
      (select a.extras ->> 'density' from ai_result a where a.person_id = x.person_id and a.examination_id = x.examination_id
        and a.extras ? 'density' order by a.received_at nulls first limit 1) as density,
      (select (a.extras ->> 'risk')::float8 from ai_result a where a.person_id = x.person_id
        and a.examination_id = x.examination_id and a.extras ? 'risk' order by a.received_at nulls first limit 1) as "risk5y"
    from examination x join person p on p.person_id = x.person_id
    where x.person_id = ${key.personId} and x.examination_id = ${key.examinationId}`.execute(tx.q);
  const known = Object.entries(rows[0] ?? {}).filter((item): item is [string, number | string] => item[1] !== null);
  return Object.fromEntries(known);
}

const asked = new WeakMap<Protocol, Map<string, boolean>>();

function asksForItems(protocol: Protocol, arm: string): boolean {
  const arms = asked.get(protocol) ?? new Map<string, boolean>();
  asked.set(protocol, arms);
  const known = arms.get(arm);
  if (known !== undefined) return known;
  const steps = stepsOf(protocol, arm);
  const bound = new Set(steps.map(boundBy));
  const refs = steps.flatMap((s) => [
    ...(s.when === undefined ? [] : refsOf(s.when)),
    ...('end' in s ? refsOf(s.end) : []),
  ]);
  const asks = refs.some((ref) => !bound.has(split(ref)[0]));
  arms.set(arm, asks);
  return asks;
}
