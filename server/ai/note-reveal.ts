import { randomUUID } from 'node:crypto';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import type { Visible } from '#core/protocols/visible';
import type { Tx } from '#server/db/transaction';

/**
 * Writes that the actor is shown what machines have said, in the transaction that shows it: which items, at which step
 * (null = the case is closed). Nothing is written when nothing of a machine's is shown.
 */
export async function noteReveal(
  tx: Tx,
  found: { readonly personId: string; readonly caseId: string; readonly protocol: Protocol; readonly arm: string },
  step: string | null,
  seen: Pick<Visible, 'ai' | 'marks'>,
): Promise<void> {
  const names = new Set([...Object.keys(seen.ai), ...Object.keys(seen.marks)]);
  const rows = [...names].map((ai) => ({
    person_id: found.personId,
    reveal_id: randomUUID(),
    case_id: found.caseId,
    step,
    ai,
    product: productOf(found.protocol, found.arm, ai),
    items: [...Object.keys(seen.ai[ai] ?? {}), ...(seen.marks[ai] ? ['marks'] : [])].toSorted(),
    user_id: tx.actor.userId,
    role: tx.actor.role,
    day: tx.today,
  }));
  if (rows.length > 0) await tx.q.insertInto('ai_reveal').values(rows).execute();
}

function productOf(protocol: Protocol, arm: string, ai: string): string {
  const step = stepsOf(protocol, arm).find((one) => 'ai' in one && one.ai === ai);
  return step && 'ai' in step ? step.model : ai;
}
