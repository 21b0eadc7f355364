import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from './csv-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'runde-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(text: string) {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, text);
  const rows: { line: number; fields: string[]; numbers: number[] }[] = [];
  let header: readonly string[] = [];
  await readCsv(file, (names) => {
    header = names;
    return (row) => {
      const places = Array.from({ length: row.width }, (_, i) => i);
      rows.push({ line: row.line, fields: places.map((i) => row.text(i)), numbers: places.map((i) => row.number(i)) });
    };
  });
  return { header, rows };
}

describe('rows of a file', () => {
  it('with quotes, lines within them, a byte order mark and CRLF', async () => {
    const { header, rows } = await rowsOf('\ufeffa,"b ""x""",c\r\n1,"two\nlines, one field",3\r\n\r\n4,5,"6"\r\n7,8');
    expect(header).toEqual(['a', 'b "x"', 'c']);
    expect(rows.map(({ line, fields }) => [line, ...fields])).toEqual([
      [2, '1', 'two\nlines, one field', '3'],
      [5, '4', '5', '6'],
      [6, '7', '8'],
    ]);
  });
  it('divided by semicolons have decimal commas', async () => {
    const { rows } = await rowsOf('a;b\n1,25;-0,5\n2.5;x\n');
    expect(rows.map(({ numbers }) => numbers)).toEqual([
      [1.25, -0.5],
      [2.5, Number.NaN],
    ]);
  });
  it('give every number as JavaScript reads it, and every word as it was written', async () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.double({ min: 0, max: 100, noNaN: true }).map((x) => Number(x.toFixed(4))),
    );
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\r\n]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, word), { minLength: 1, maxLength: 20 }), async (drawn) => {
        const lines = drawn.map(([n, w]) => `${n},"${w.replaceAll('"', '""')}"`);
        const { rows } = await rowsOf(`n,w\n${lines.join('\n')}`);
        // A number written as text has no negative zero.
        expect(rows.map(({ numbers, fields }) => [numbers[0], fields[1]])).toEqual(
          drawn.map(([n, w]) => [n === 0 ? 0 : n, w]),
        );
      }),
      { numRuns: 60 },
    );
  });
  it('of an empty file are an error in words', async () => {
    await expect(rowsOf('')).rejects.toThrow('the file is empty');
  });
});
