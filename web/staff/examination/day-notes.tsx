import type { z } from 'zod';
import type { unitDayRow } from '#contracts/examination';
import { languageName } from '../invitation/need-words.ts';
import { useText } from '../text.tsx';
import './day-notes.css';

type Row = z.output<typeof unitDayRow>;
export type Noted = Pick<Row, 'language' | 'needs' | 'interpreter' | 'other' | 'alsoAt' | 'flags'>;
type Icon = keyof typeof drawings;
type Note = { readonly icon: Icon; readonly words: string };

/** What to look out for with a woman on the day's list, each with the sign it is found by: what she needs comes first. */
export function useDayNotes(): (woman: Noted) => readonly Note[] {
  const { text, language, formatTime } = useText();
  const words = text.examination;
  return ({ interpreter, needs, other, alsoAt, language: hers, flags }) => [
    // What lacks in a list taken along by an earlier version is left out.
    ...(interpreter ? [note('speech', words.interpreterFor(languageName(interpreter, language)))] : []),
    ...needs.map((need) => note(needIcons[need], words.needs[need])),
    ...(alsoAt ? [note('double', words.alsoAt(formatTime(alsoAt)))] : []),
    ...(other ? [note('other', words.otherNeed(other))] : []),
    ...(hers === 'nb' ? [] : [note('letter', words.languageOf[hers] ?? hers)]),
    ...flags.map((flag) => note(flag === 'first-time' ? 'first' : 'last-time', words.flags[flag])),
  ];
}

const note = (icon: Icon, words: string): Note => ({ icon, words });
const needIcons = { wheelchair: 'wheelchair', implants: 'implants', 'extra-time': 'clock' } as const;

/** Signs in a square of 16, drawn by line, so that they print and take the colour of the text. */
const drawings = {
  speech: 'M2 3h12v8H8l-3 3v-3H2zM5 6h6M5 8.500h4',
  wheelchair: 'M6 1.500v5h4l2 5h2M6 4h3M6 7.500a4 4 0 1 0 4.500 5',
  implants: 'M2 8a3 3 0 0 0 6 0a3 3 0 0 0 6 0M5 8h.01M11 8h.01',
  clock: 'M8 2a6 6 0 1 0 .01 0M8 5v3l2 2',
  double: 'M1.500 4h8v8h-8zM6.500 2h8v8h-3',
  other: 'M8 2v8M8 13v.5',
  letter: 'M2 4h12v8H2zM2 4l6 5l6-5',
  first: 'M8 2l1.800 3.900l4.200.500l-3.100 2.900l.800 4.200L8 11.400l-3.700 2.100l.800-4.200L2 6.400l4.200-.500z',
  'last-time': 'M3 8a5 5 0 1 1 1.500 3.500M3 4v4h4',
} as const;

/** The notes as a list with signs: on the page, on paper and on the device of a bus. */
export function DayNotes({ woman }: { readonly woman: Noted }) {
  const notes = useDayNotes()(woman);
  if (notes.length === 0) return null;
  return (
    <ul className="day-notes">
      {notes.map(({ icon, words }) => (
        <li key={words}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={drawings[icon]} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
