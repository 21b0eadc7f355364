/** What somebody who looks for a woman has written: a number, a telephone, the reference on a letter, or a name and a birth date. */
import { type Day, parseDay } from '#core/kernel/day';
import { parseReference } from '#core/messaging/reference';

export type SearchWords =
  | { readonly by: 'number'; readonly digits: string }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'letter'; readonly reference: string | undefined }
  | { readonly by: 'name'; readonly words: readonly string[]; readonly born: Day | undefined };

/** A Norwegian number is written with eight digits, and kept with the country's code before it. */
const OWN_COUNTRY = '+47';

/** Reads what was written. A date (12.10.1975, 12/10-1975, 1975-10-12) among the words of a name narrows it, and stands alone too. */
export function readSearch(q: string): SearchWords {
  const written = q.trim().toLocaleLowerCase('nb');
  const words = written.split(/[\s,]+/).filter((word) => word !== '');
  const born = words.map(writtenDay).find((day) => day !== undefined);
  const rest = words.filter((word) => writtenDay(word) === undefined);
  if (born && !rest.some((word) => /\d/.test(word))) return { by: 'name', words: rest, born };
  const digits = written.replaceAll(/[\s.-]/g, '');
  if (/^\d{11}$/.test(digits)) return { by: 'number', digits };
  if (/^\d{8}$/.test(digits)) return { by: 'phone', phone: OWN_COUNTRY + digits };
  if (/^(\+|00)\d{8,15}$/.test(digits)) return { by: 'phone', phone: digits.replace(/^00/, '+') };
  // A double-barrelled name may have as many letters as a reference, but seldom the right check symbol.
  const reference = /[\d-]/.test(written) ? parseReference(written) : undefined;
  if (reference || /\d/.test(written)) return { by: 'letter', reference };
  return { by: 'name', words, born: undefined };
}

/** A date as it is written in Norway or in a file. */
function writtenDay(word: string): Day | undefined {
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})[./-](\d{4})$/.exec(word) ?? [];
  return parseDay(y ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}` : word);
}
