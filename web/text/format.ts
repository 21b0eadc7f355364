/**
 * Dates, times and numbers in words, without the platform's Intl: browsers lack Northern Sami and often nynorsk, and a
 * letter, a page and an SMS must say the same. Month names: Språkrådet (nb, nn), Giellatekno's norm (se).
 */
import { civil, type Day, weekday } from '#core/kernel/day';
import type { Language } from './language.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  nn: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
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

/** numeric 22.11.2026 (en 22/11/2026) · short 22. nov. 2026 · long 22. november 2026 · weekday søndag 22. november 2026. */
export type DateStyle = 'numeric' | 'short' | 'long' | 'weekday';

export function formatDate(language: Language, d: Day | string, style: DateStyle = 'long'): string {
  const { year, month, day } = civil(d as Day);
  const name = months[language][month - 1] ?? '';
  if (style === 'numeric') {
    const two = (n: number) => String(n).padStart(2, '0');
    return language === 'en' ? `${two(day)}/${two(month)}/${year}` : `${two(day)}.${two(month)}.${year}`;
  }
  const dot = language === 'en' ? '' : '.';
  if (style === 'short') return `${day}${dot} ${name.length <= 4 ? name : name.slice(0, 3) + dot} ${year}`;
  const date = language === 'se' ? `${name} ${day}. b. ${year}` : `${day}${dot} ${name} ${year}`;
  return style === 'weekday' ? `${weekdays[language][weekday(d as Day) - 1]} ${date}` : date;
}

/** "09:05:00" or "09:05" -> "09.05" (Norwegian and Sami), "09:05" (English). */
export function formatTime(language: Language, time: string): string {
  const clock = time.slice(0, 5);
  return language === 'en' ? clock : clock.replace(':', '.');
}

/** 12345.678 -> "12 345,7" with non-breaking spaces (en "12,345.7"). */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'en' ? ',' : '\u00a0');
  const text = fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `\u2212${text}` : text;
}

/** A share 0-1 in per cent: 0.763 -> "76,3 %" (en "76.3%"). */
export function formatPercent(language: Language, share: number, decimals = 1): string {
  return `${formatNumber(language, share * 100, decimals)}${language === 'en' ? '%' : '\u00a0%'}`;
}
