import type { PageLanguage } from '#web/text/language';

/**
 * Rows as a CSV file that the spreadsheet of the language opens as it is: semicolon and decimal comma in Norwegian and
 * Sámi, comma and point in English, UTF-8 with byte order mark. A text that a spreadsheet would run as a formula gets a
 * leading apostrophe (OWASP, CSV injection). `notes` become the last lines: the filter and the time, on the sheet.
 */
export function toCsv(
  rows: readonly (readonly (string | number)[])[],
  language: PageLanguage,
  notes: readonly string[] = [],
): string {
  const separator = language === 'en' ? ',' : ';';
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return language === 'en' ? String(value) : String(value).replace('.', ',');
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => row.map(cell).join(separator));
  if (notes.length > 0) lines.push('', ...notes.map(cell));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
