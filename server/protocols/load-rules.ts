import { sql } from 'kysely';
import type { protocolRules as contract } from '#contracts/protocols';
import type { OutputOf } from '#contracts/endpoint';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { typicalCases } from '#programmes/protocols/typical-cases';
import type { Tx } from '#server/db/transaction';

/** What the page needs to check and try a protocol while it is written, and to put it into use. */
export async function loadRules(tx: Tx): Promise<OutputOf<typeof contract>> {
  const { rows: products } = await sql<{
    id: string;
  }>`select distinct product as id from ai_product order by 1`.execute(tx.q);
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'short_name as name'])
    .where(sql<boolean>`actor_sees_centre(id)`)
    .orderBy('short_name')
    .execute();
  const { hidden, ...policy } = protocolPolicy;
  return {
    policy: {
      ...policy,
      hidden: Object.fromEntries(Object.entries(hidden).map(([role, kinds]) => [role, [...kinds]])),
    },
    typicalCases: typicalCases.map((one) => ({ ...one, positive: [...one.positive] })),
    products: products.map((one) => one.id),
    centres,
  };
}
