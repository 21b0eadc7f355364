import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { previewMessage as contract } from '#contracts/messaging';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Language } from '#core/messaging/message';
import { smsParts, smsText } from '#core/messaging/sms-text';
import { writtenLanguages } from '#programmes/letters/letter-texts';
import type { Tx } from '#server/db/transaction';
import { letterOf } from './dispatch.ts';
import { findMessage, type MessageKey } from './find-message.ts';
import { letterDocument, renderLetter } from './render-letter.ts';

/**
 * The message exactly as it is sent: the same bytes, since a letter is a function of its message; or as it would read in
 * another language that letters are written in. Refuses `not-found`,
 * and `no-letter` when the content is no longer kept or lacks what the text needs.
 */
export async function previewMessage(
  tx: Tx,
  input: MessageKey & { readonly language?: Language | undefined },
): Promise<Result<z.input<(typeof contract)['output']>, 'not-found' | 'no-letter'>> {
  const { language, ...key } = input;
  const found = await findMessage(tx, key);
  if (!found.ok) return found;
  const message = found.value;
  tx.look(key.personId, `preview of message ${message.kind}`);
  try {
    if (message.kind === 'sms-reminder') {
      const text = smsText(message.content);
      return ok({ kind: 'sms', text, parts: smsParts(text) });
    }
    const written = [message.language, ...writtenLanguages.filter((one) => one !== message.language)];
    const shown = language && written.includes(language) ? language : message.language;
    const letter = letterOf({ ...message, language: shown });
    const pdf = renderLetter(letter);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return ok({
      kind: 'letter',
      title: letterDocument(letter).title,
      pdf: pdf.toString('base64'),
      sha256,
      language: shown,
      written,
    });
  } catch (error) {
    return refuse('no-letter', error instanceof Error ? error.message : String(error));
  }
}
