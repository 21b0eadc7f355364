import { serves } from '#core/studies/missing';
import type { MemberRole } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';

/** The roles that the one who asks has in studies today. */
export async function rolesOf(tx: Tx): Promise<readonly { readonly studyId: string; readonly role: MemberRole }[]> {
  const rows = await tx.q
    .selectFrom('study_member')
    .select(['study_id as studyId', 'role', 'from_day as from', 'until_day as until'])
    .where('user_id', '=', tx.actor.userId)
    .execute();
  return rows.filter((row) => serves(row, tx.today));
}
