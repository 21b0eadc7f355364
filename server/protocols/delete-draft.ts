import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Throws a draft away; the log keeps that it was. Refuses `no-such-protocol`. */
export async function deleteDraft(
  tx: Tx,
  { id, version }: { id: string; version: string },
): Promise<Result<{ done: true }>> {
  const gone = await tx.q
    .deleteFrom('protocol_draft')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('definition')
    .executeTakeFirst();
  if (!gone) return refuse('no-such-protocol', `There is no draft of ${id}, version ${version}`);
  tx.record('protocols.draft-deleted', null, { protocol: id, version });
  return ok({ done: true });
}
