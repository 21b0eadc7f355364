import { randomUUID } from 'node:crypto';
import type { OwnChangeKind } from '#core/citizen/own-changes';
import type { Tx } from '#server/db/transaction';

/**
 * Writes down what a woman has done on her own pages: the fact, the audit entry, and the number of her receipt, which is
 * returned. In the transaction of what she did.
 */
export async function noteOwnChange(
  tx: Tx,
  change: {
    readonly personId: string;
    readonly kind: OwnChangeKind;
    readonly episodeId?: string | undefined;
    readonly detail?: Readonly<Record<string, unknown>>;
    readonly undoes?: string | undefined;
  },
): Promise<string> {
  const changeId = randomUUID();
  await tx.q
    .insertInto('own_change')
    .values({
      person_id: change.personId,
      change_id: changeId,
      episode_id: change.episodeId ?? null,
      day: tx.today,
      kind: change.kind,
      detail: JSON.stringify(change.detail ?? {}),
      undoes: change.undoes ?? null,
    })
    .execute();
  tx.record(`own.${change.kind}`, change.personId, { change: changeId });
  return changeId;
}
