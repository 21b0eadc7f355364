/** A figure's value as it is written: with its unit, and as many decimals as mean anything. */
import type { Scale } from '#core/quality/indicator';
import type { Language } from '#core/kernel/language';
import { formatNumber, formatPercent } from './format.ts';

const units: Readonly<Record<Language, Readonly<Record<'days' | 'working-days' | 'points' | 'seconds', string>>>> = {
  nb: { days: 'dager', 'working-days': 'virkedager', points: 'poeng', seconds: 's' },
  nn: { days: 'dagar', 'working-days': 'verkedagar', points: 'poeng', seconds: 's' },
  en: { days: 'days', 'working-days': 'working days', points: 'points', seconds: 's' },
  se: { days: 'dager', 'working-days': 'virkedager', points: 'poeng', seconds: 's' },
};

/** 76.3 in percent -> "76,3 %"; 5.62 per 1000 -> "5,6 ‰"; 12 in days -> "12 dager"; nothing -> "–". */
export function formatScale(language: Language, scale: Scale, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  switch (scale) {
    case 'percent':
      return formatPercent(language, value / 100);
    case 'per-1000':
      return `${formatNumber(language, value, 1)}\u00a0‰`;
    case 'ratio':
      return formatNumber(language, value, 2);
    default:
      return `${formatNumber(language, value, Number.isInteger(value) ? 0 : 1)}\u00a0${units[language][scale]}`;
  }
}
