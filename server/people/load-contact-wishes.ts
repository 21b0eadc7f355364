import { sql } from 'kysely';
import type { Language } from '#core/kernel/language';
import { type ContactWishes, noWishes, type Reached, type Registered, reachedBy } from '#core/people/contact-wishes';
import type { Tx } from '#server/db/transaction';

export type HowReached = {
  readonly registered: Registered;
  readonly wishes: ContactWishes;
  readonly reached: Reached;
};

type Row = Registered & {
  channel: 'digital' | 'paper' | null;
  sms: boolean | null;
  wishedPhone: string | null;
  wishedLanguage: Language | null;
};

/** How a woman is reached, and why: what the register says, and what she wishes. Undefined when the actor cannot see her. */
export async function loadContactWishes(tx: Tx, personId: string): Promise<HowReached | undefined> {
  const { rows } = await sql<Row>`
    select p.digital as "onPortal", p.phone, p.language, w.channel, w.sms, w.phone as "wishedPhone", w.language as "wishedLanguage"
    from person p left join contact_wish w on w.person_id = p.person_id
    where p.person_id = ${personId} and p.kind = 'known'`.execute(tx.q);
  const [row] = rows;
  if (!row) return undefined;
  const { onPortal, phone, language } = row;
  const wishes =
    row.sms === null
      ? noWishes
      : { channel: row.channel, sms: row.sms, phone: row.wishedPhone, language: row.wishedLanguage };
  const registered = { onPortal, phone, language };
  return { registered, wishes, reached: reachedBy(registered, wishes) };
}
