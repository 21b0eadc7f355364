import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';
import { womanUserId } from './find-actor.ts';

/** A colleague's change as a refusal tells it: who, in what role, when, and how the thing stands now. */
export type OthersChange = {
  readonly status: string;
  readonly by: string;
  readonly role: string;
  readonly day: string;
  /** ISO instant. */
  readonly at: string;
};

/**
 * The details of a refusal because somebody else was first, which the page shows in words (web/staff/components/
 * error-box.tsx). `status` is how it stands now. Whoever may see the row may see who changed it.
 */
export async function othersChange(
  tx: Tx,
  change: { readonly by: string | null; readonly day: Day | null; readonly at: Date | null; readonly status: string },
): Promise<OthersChange> {
  const user = change.by
    ? await tx.q.selectFrom('staff_user').select(['name', 'role']).where('id', '=', change.by).executeTakeFirst()
    : undefined;
  return {
    status: change.status,
    by: user?.name ?? '',
    role: user?.role ?? (change.by?.startsWith(womanUserId('')) ? 'participant' : change.by ? 'system' : ''),
    day: change.day ?? '',
    at: change.at?.toISOString() ?? '',
  };
}
