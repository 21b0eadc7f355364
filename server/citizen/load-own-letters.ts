import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Language } from '#core/kernel/language';
import type { LetterKind, MessageContent } from '#core/messaging/message';
import type { Tx } from '#server/db/transaction';
import { letterDocument } from '#server/messaging/render-letter';

export type OwnLetter = {
  readonly kind: LetterKind;
  readonly reference: string;
  readonly decidedOn: Day;
  readonly content: MessageContent;
  readonly language: Language;
  readonly episodeId: string | null;
  /** As the letter itself is headed, in the language it is written in. */
  readonly title: string;
  readonly written: Language;
};

const SHOWN = 60;

/** Her letters that have left, latest first. */
export async function loadOwnLetters(tx: Tx, personId: string): Promise<readonly OwnLetter[]> {
  const { rows } = await sql<Omit<OwnLetter, 'title' | 'written'>>`
    select kind, reference, decided_on as "decidedOn", content, language, episode_id as "episodeId"
    from message
    where person_id = ${personId} and channel = 'letter' and state in ('sent', 'delivered')
    order by decided_on desc, message_id desc
    limit ${SHOWN}`.execute(tx.q);
  return rows.map((row) => {
    const { title, language: written } = letterDocument(row);
    return { ...row, title, written };
  });
}
