import { sql } from 'kysely';
import type { Language } from '#core/kernel/language';
import type { Tx } from '#server/db/transaction';

/** What every page of hers needs: her language, and the number of her centre when it has one. */
export async function loadFrame(
  tx: Tx,
  personId: string,
): Promise<{ readonly language: Language; readonly phone: string | null } | undefined> {
  const { rows } = await sql<{ language: Language; phone: string | null }>`
    select coalesce(w.language, p.language) as language, c.phone
    from person p join centre c on c.id = p.centre_id left join contact_wish w on w.person_id = p.person_id
    where p.person_id = ${personId} and p.kind = 'known'`.execute(tx.q);
  return rows[0];
}
