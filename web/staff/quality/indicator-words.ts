import { type TextTools, useText } from '../text.tsx';

/** Words of an indicator in the language of the page. */
export function useIndicatorWords(): (words: { readonly nb: string; readonly en: string }) => string {
  const { language } = useText();
  return (words) => (language === 'en' ? words.en : words.nb);
}

/** "76,3 %" or "5,71 per 1000". */
export function formatFigure(tools: TextTools, per: number, value: number): string {
  return per === 100 ? tools.formatPercent(value / 100) : `${tools.formatNumber(value, 2)} ‰`;
}

/** Figures that need 24 months of follow-up before a year is whole. */
export function isLate(indicator: string): boolean {
  return indicator === 'interval-cancer' || indicator === 'sensitivity';
}
