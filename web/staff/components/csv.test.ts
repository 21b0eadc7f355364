import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('CSV for a spreadsheet', () => {
  it('uses semicolon and decimal comma in bokmål', () => {
    expect(
      toCsv(
        [
          ['Senter', 'Andel'],
          ['Oslo; Aker', 0.5],
        ],
        'nb',
      ),
    ).toBe('\ufeffSenter;Andel\r\n"Oslo; Aker";0,5\r\n');
  });
  it('writes the filter on the sheet', () => {
    expect(toCsv([['Centre']], 'en', ['only open'])).toBe('\ufeffCentre\r\n\r\nonly open\r\n');
  });
  it.each(['=1+1', '+47 22', '-x', '@sum'])('does not let %j run as a formula', (text) => {
    expect(toCsv([[text]], 'nb')).toBe(`\ufeff'${text}\r\n`);
  });
});
