import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { ContactWishes } from '#core/people/contact-wishes';
import type { Tx } from '#server/db/transaction';
import { loadContactWishes } from './load-contact-wishes.ts';

/**
 * Keeps how a woman wishes to be written to; what is left out of `change` stays as it was. Returns her wishes before and
 * after, so that the change can be taken back. Refuses with `not-found`.
 */
export async function changeContactWishes(
  tx: Tx,
  input: { readonly personId: string; readonly change: Partial<ContactWishes> },
): Promise<Result<{ readonly before: ContactWishes; readonly after: ContactWishes }>> {
  const now = await loadContactWishes(tx, input.personId);
  if (!now) return refuse('not-found', 'There is no such person, or she belongs to another centre');
  const before = now.wishes;
  const after = { ...before, ...input.change };
  await sql`
    insert into contact_wish as w (person_id, channel, sms, phone, language, changed_on)
    values (${input.personId}, ${after.channel}, ${after.sms}, ${after.phone}, ${after.language}, ${tx.today})
    on conflict (person_id) do update set channel = excluded.channel, sms = excluded.sms, phone = excluded.phone,
      language = excluded.language, changed_on = excluded.changed_on, version = w.version + 1`.execute(tx.q);
  // Which wish was changed, not what it is now: numbers do not belong in the log.
  tx.record('person.contact-wishes-changed', input.personId, { changed: Object.keys(input.change) });
  return ok({ before, after });
}
