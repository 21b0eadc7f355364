import type { Entry } from '#core/manual/progress';
import type { manual } from './nb/manual.ts';

type Logged = { readonly day: string; readonly by: string; readonly entry: Entry };

/** The log in words, on the page and in the report: criteria that one person answered in a row in a day are one line. */
export function logLines(
  words: (typeof manual)['logged'],
  log: readonly Logged[],
  formatDate: (day: string) => string,
): readonly { readonly day: string; readonly by: string; readonly what: string }[] {
  const lines: { day: string; by: string; what: string; answered?: string[] }[] = [];
  for (const { day, by, entry } of log) {
    const last = lines.at(-1);
    if (entry.kind === 'answered' && last?.answered && last.day === day && last.by === by) {
      if (!last.answered.includes(entry.criterionId)) last.answered.push(entry.criterionId);
      last.what = words.answered(last.answered.join(', '));
    } else {
      const answered = entry.kind === 'answered' ? { answered: [entry.criterionId] } : {};
      lines.push({ day, by, what: loggedWords(words, entry, formatDate), ...answered });
    }
  }
  return lines;
}

function loggedWords(words: (typeof manual)['logged'], entry: Entry, formatDate: (day: string) => string): string {
  switch (entry.kind) {
    case 'answered':
      return words.answered(entry.criterionId);
    case 'asked':
      return words.asked(entry.criterionId);
    case 'returned':
      return words.returned(formatDate(entry.dueOn));
    case 'reopened':
      return words.reopened(entry.reason);
    case 'measure-done':
      return words.measureDone(entry.criterionId);
    default:
      return words[entry.kind];
  }
}
