/**
 * Dates and times in words, without the platform's Intl: browsers lack Northern Sámi and often nynorsk, and a letter, a
 * page, a calendar and an SMS must say the same. Names: Språkrådet (nb, nn; nynorsk allows both "søndag" and "sundag"
 * since the norm of 2012, and the first is written here throughout), Giellatekno's norm (se).
 */
import { civil, type Day, weekday } from './day.ts';
import type { Language } from './language.ts';

const norwegianMonths = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

const months: Readonly<Record<Language, readonly string[]>> = {
  nb: norwegianMonths,
  nn: norwegianMonths,
  en: 'January February March April May June July August September October November December'.split(' '),
  se: [
    'ođđajagemánnu',
    'guovvamánnu',
    'njukčamánnu',
    'cuoŋománnu',
    'miessemánnu',
    'geassemánnu',
    'suoidnemánnu',
    'borgemánnu',
    'čakčamánnu',
    'golggotmánnu',
    'skábmamánnu',
    'juovlamánnu',
  ],
};

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  se: ['vuossárga', 'maŋŋebárga', 'gaskavahkku', 'duorasdat', 'bearjadat', 'lávvordat', 'sotnabeaivi'],
};

/**
 * numeric 22.11.2026 (en 22/11/2026) · short 22. nov. 2026 · long 22. november 2026 · weekday søndag 22. november 2026 ·
 * near søndag 22. november, for a day so near that the year says nothing.
 */
export type DateStyle = 'numeric' | 'short' | 'long' | 'weekday' | 'near';

export function formatDate(language: Language, d: Day | string, style: DateStyle = 'long'): string {
  const { year, month, day } = civil(d as Day);
  const name = months[language][month - 1] ?? '';
  if (style === 'numeric') {
    const two = (n: number) => String(n).padStart(2, '0');
    return language === 'en' ? `${two(day)}/${two(month)}/${year}` : `${two(day)}.${two(month)}.${year}`;
  }
  const dot = language === 'en' ? '' : '.';
  // For tables: not to be broken over two lines.
  if (style === 'short') return `${day}${dot}\u00a0${name.length <= 4 ? name : name.slice(0, 3) + dot}\u00a0${year}`;
  const near = language === 'se' ? `${name} ${day}. b.` : `${day}${dot} ${name}`;
  const named = `${weekdayName(language, weekday(d as Day))} ${near}`;
  if (style === 'near') return named;
  return style === 'weekday' ? `${named} ${year}` : `${near} ${year}`;
}

/** The month (1-12) by name, in small letters where the language writes it so. */
export function monthName(language: Language, month: number): string {
  return months[language][month - 1] ?? '';
}

/** The ISO weekday (1 Monday ... 7 Sunday) by name. */
export function weekdayName(language: Language, isoWeekday: number): string {
  return weekdays[language][isoWeekday - 1] ?? '';
}

/** "09:05:00" or "09:05" -> "09.05" (Norwegian and Sámi), "09:05" (English). */
export function formatTime(language: Language, time: string): string {
  const clock = time.slice(0, 5);
  return language === 'en' ? clock : clock.replace(':', '.');
}

/** A time as it stands in a sentence: "kl. 09.10" (nb, nn), "09:10" (en), "09.10" (se). */
export function clockText(language: Language, time: string): string {
  return language === 'nb' || language === 'nn' ? `kl. ${formatTime(language, time)}` : formatTime(language, time);
}
