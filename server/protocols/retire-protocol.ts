import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { usesOf } from './list-protocols.ts';

/**
 * Takes an approved version out of what can be put into use. Cases that are open under it go on. Refuses `not-approved`, and
 * `in-use` while a centre reads by it or is to.
 */
export async function retireProtocol(
  tx: Tx,
  { id, version }: { id: string; version: string },
): Promise<Result<{ done: true }>> {
  const { now, coming } = await usesOf(tx);
  const centres = [...now, ...coming].filter((use) => use.id === id && use.version === version);
  if (centres.length > 0)
    return refuse('in-use', `${centres.length} centres read by it or are to`, { centres: centres.length });
  const retired = await tx.q
    .updateTable('reading_protocol')
    .set({ retired_on: tx.today, retired_by: tx.actor.userId })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('retired_on', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!retired) return refuse('not-approved', `Version ${version} of ${id} is not approved, or is retired`);
  tx.record('protocols.retired', null, { protocol: id, version });
  return ok({ done: true });
}
