/** A figure's value as it is written: with its unit, and as many decimals as mean anything. */
import type { Scale } from '#core/quality/indicator';
import type { Language } from '#core/kernel/language';
import type { Interval } from '#core/statistics/intervals';
import { formatNumber } from './format.ts';

const units: Readonly<Record<Language, Readonly<Record<'days' | 'working-days' | 'points' | 'seconds', string>>>> = {
  nb: { days: 'dager', 'working-days': 'virkedager', points: 'poeng', seconds: 's' },
  nn: { days: 'dagar', 'working-days': 'verkedagar', points: 'poeng', seconds: 's' },
  en: { days: 'days', 'working-days': 'working days', points: 'points', seconds: 's' },
  se: { days: 'dager', 'working-days': 'virkedager', points: 'poeng', seconds: 's' },
};

/**
 * 76.3 in percent -> "76,3 %"; 5.62 per 1000 -> "5,6 ‰"; 12 in days -> "12 dager"; nothing -> "–". `decimals` when the
 * values beside it decide, as along an axis.
 */
export function formatScale(
  language: Language,
  scale: Scale,
  value: number | null | undefined,
  decimals = decimalsOf(scale, value ?? 0),
): string {
  if (value === null || value === undefined) return '–';
  return `${formatNumber(language, value, decimals)}${unitOf(language, scale)}`;
}

/** Both limits with the unit once: "74,4–78,7 %", "44–50 dager". */
export function formatInterval(language: Language, scale: Scale, { lower, upper }: Interval): string {
  const decimals = Math.max(decimalsOf(scale, lower), decimalsOf(scale, upper));
  return `${formatNumber(language, lower, decimals)}–${formatScale(language, scale, upper, decimals)}`;
}

function unitOf(language: Language, scale: Scale): string {
  if (scale === 'ratio') return '';
  if (scale === 'percent') return language === 'en' ? '%' : '\u00a0%';
  return `\u00a0${scale === 'per-1000' ? '‰' : units[language][scale]}`;
}

const MOST_DECIMALS = 3;

/** One decimal of a share, or as many as keep nearly none from being written as none, and nearly all as all. */
function decimalsOf(scale: Scale, value: number): number {
  if (scale === 'ratio') return 2;
  if (scale !== 'percent' && scale !== 'per-1000') return Number.isInteger(value) ? 0 : 1;
  const all = scale === 'percent' ? 100 : 1000;
  let decimals = 1;
  if (value <= 0 || value >= all) return decimals;
  while (decimals < MOST_DECIMALS && [0, all].includes(Number(value.toFixed(decimals)))) decimals++;
  return decimals;
}
