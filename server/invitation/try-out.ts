import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';

/**
 * What a use case would do: it is carried out in full and rolled back, so that a dry run counts by the same code that
 * acts. The women it names are looked at, and audited so. A refusal of the use case is returned as it is.
 */
export async function tryOut<Value extends { readonly women: readonly { readonly personId: string }[] }>(
  db: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const seen: { value?: Value } = {};
  const outcome = await inTransaction<Result<Value>>(db, actor, async (tx) => {
    const result = await work(tx);
    if (!result.ok) return result;
    seen.value = result.value;
    return refuse('dry-run', 'Nothing was kept');
  });
  const { value } = seen;
  if (!value || outcome.ok || outcome.refusal.code !== 'dry-run') return outcome;
  await inTransaction(db, actor, async (tx) => {
    for (const { personId } of value.women) tx.look(personId, 'dry run of a rebooking');
  });
  return ok(value);
}
