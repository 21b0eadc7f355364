/** Dates, times and numbers as each language writes them; dates and times are those of letters and SMS too. */
import type { Language } from '#core/kernel/language';

export { type DateStyle, formatDate, formatTime } from '#core/kernel/date-words';

/** 12345.678 -> "12 345,7" with non-breaking spaces (en "12,345.7"). */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'en' ? ',' : '\u00a0');
  const text = fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `\u2212${text}` : text;
}

/** A measurement with no more decimals than it has: 24 -> "24", 12.5 -> "12,5"; `most` = 1 unless told. */
export function formatMeasure(language: Language, value: number, most = 1): string {
  return formatNumber(language, value, Number.isInteger(Number(value.toFixed(most))) ? 0 : most);
}

/** A share 0-1 in per cent: 0.763 -> "76,3 %" (en "76.3%"). */
export function formatPercent(language: Language, share: number, decimals = 1): string {
  return `${formatNumber(language, share * 100, decimals)}${language === 'en' ? '%' : '\u00a0%'}`;
}
