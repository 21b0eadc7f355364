import type { TextTools } from '../../text.tsx';

/** 'YYYY-MM' in words. */
export function monthWords({ written }: Pick<TextTools, 'written'>, month: string): string {
  const locale = written === 'en' ? 'en-GB' : written === 'nn' ? 'nn-NO' : 'nb-NO';
  const date = new Date(`${month}-15T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}
