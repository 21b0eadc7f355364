/**
 * The SMS before an appointment. In bokmål; time, place and telephone only: anybody may look over a shoulder, so nothing
 * tells what the appointment is about, and nothing looks like a fraud: no link, no hurry, no question to answer (in the
 * English pilot some women took an SMS for a scam).
 */
import { clockText, formatDate } from '#core/kernel/date-words';
import type { MessageContent } from './message.ts';
import { whereWords } from './where-words.ts';

/** One SMS holds 160 characters of the GSM 7-bit alphabet, or 70 when any other character is in it (3GPP TS 23.038). */
export const oneSms = 160;

/** GSM 03.38 default alphabet; those in `extended` take two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€';

/** Places taken in the GSM alphabet, or undefined when a character is outside it. */
export function gsmLength(text: string): number | undefined {
  let length = 0;
  for (const character of text) {
    if (basic.includes(character)) length += 1;
    else if (extended.includes(character)) length += 2;
    else return undefined;
  }
  return length;
}

/** How many SMS the text takes: 160 or 153 each in parts (GSM), 70 or 67 each (UCS-2). */
export function smsParts(text: string): number {
  const gsm = gsmLength(text);
  const [length, whole, part] = gsm === undefined ? [text.length, 70, 67] : [gsm, oneSms, 153];
  return length <= whole ? 1 : Math.ceil(length / part);
}

/**
 * The text for an appointment: the fullest wording that fits one SMS. A name with letters outside the GSM alphabet (Sámi
 * places) keeps them and may take more. Throws when the content has no time, because such a message must not be decided.
 */
export function smsText(content: MessageContent): string {
  if (!content.day || !content.at) throw new Error('an SMS about an appointment needs its day and time');
  const when = `${formatDate('nb', content.day, 'near')} ${clockText('nb', content.at)}`;
  const { unitName = content.centreTown, place } = content;
  const where = place ? whereWords(unitName, place) : unitName;
  const phone = content.centrePhone
    ? ` Passer det ikke? Ring ${content.centrePhone}.`
    : ' Passer det ikke? Se brevet fra oss.';
  const wordings = [
    `Påminnelse: Du har time ${when}, ${where}.${phone} Du kan ikke svare på denne meldingen.`,
    `Påminnelse: Du har time ${when}, ${where}.${phone}`,
    `Time ${when}, ${where}.${phone}`,
  ];
  return wordings.find((text) => (gsmLength(text) ?? oneSms + 1) <= oneSms) ?? wordings.at(-1) ?? '';
}
