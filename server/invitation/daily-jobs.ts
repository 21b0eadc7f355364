import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { bookReminders } from './book-reminder.ts';
import { bookReplacements } from './book-replacements.ts';
import { closeMissedEpisodes } from './close-missed.ts';
import { planInvitations } from './plan-invitations.ts';

export type InvitationDay = {
  readonly closed: number;
  readonly replaced: number;
  readonly reminded: number;
  readonly invited: number;
};

/**
 * What the programme does of itself each day for invitations, in this order: close rounds after a missed reminder, give
 * new times to those whom a pause left without, remind those who did not come, plan and invite for all areas.
 */
export async function dailyInvitationJobs(tx: Tx): Promise<Result<InvitationDay>> {
  const closed = await closeMissedEpisodes(tx);
  if (!closed.ok) return closed;
  const replaced = await bookReplacements(tx);
  if (!replaced.ok) return replaced;
  const reminded = await bookReminders(tx);
  if (!reminded.ok) return reminded;
  const planned = await planInvitations(tx, { dryRun: false });
  if (!planned.ok) return planned;
  return ok({
    closed: closed.value.count,
    replaced: replaced.value.booked.length,
    reminded: reminded.value.booked.length,
    invited: planned.value.counts.placed,
  });
}
