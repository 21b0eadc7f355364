import type { Entry } from '#core/manual/progress';
import type { manual } from './nb/manual.ts';

/** What an entry in a centre's log says, in words: on the page and in the report. */
export function loggedWords(
  words: (typeof manual)['logged'],
  entry: Entry,
  formatDate: (day: string) => string,
): string {
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
