import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { approveProtocol, parseProtocol } from './approve-protocol.ts';

/**
 * Approves a draft as it was when the page showed it; from then on that version never changes. Refuses `changed-meanwhile`
 * when it is not there as such, and as approving does (`faulty`, `version-taken`).
 */
export async function approveDraft(
  tx: Tx,
  { id, version, edit }: { id: string; version: string; edit: number },
): Promise<Result<{ done: true }>> {
  const draft = await tx.q
    .deleteFrom('protocol_draft')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('edit', '=', edit)
    .returning(['definition', 'title', 'source'])
    .executeTakeFirst();
  if (!draft) return refuse('changed-meanwhile', 'Somebody else has saved or approved this draft');
  const { title, source } = draft;
  const approved = await approveProtocol(tx, parseProtocol(JSON.stringify(draft.definition)), { title, source });
  return approved.ok ? ok({ done: true }) : approved;
}
