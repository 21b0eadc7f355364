import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toXlsx } from './xlsx.ts';

/** The parts of a zip file by name (PKWARE APPNOTE 4.3.7, local file headers with their sizes in them). */
async function partsOf(file: Blob): Promise<ReadonlyMap<string, string>> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const parts = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const [name, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const from = at + 30 + name + extra;
    const content = bytes.subarray(from, from + size);
    const whole = method === 8 ? inflateRawSync(content) : content;
    parts.set(bytes.toString('utf8', at + 30, at + 30 + name), whole.toString('utf8'));
    at = from + size;
  }
  return parts;
}

describe('an Excel sheet', () => {
  it('has title, filter and time above, numbers as numbers, days as dates and formulas as plain text', async () => {
    const parts = await partsOf(
      await toXlsx(
        'Timer: uke 4',
        ['Navn', 'Dag', 'Antall'],
        [['=1+1', '2026-01-19', 12.5]],
        ['Bare åpne', 'Hentet ut'],
      ),
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const words = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, word]) => word,
    );
    expect(words).toEqual(['Timer: uke 4', 'Bare åpne', 'Hentet ut', 'Navn', 'Dag', 'Antall', '=1+1']);
    // 46041 days after the last of 1899 is 19 January 2026 (ECMA-376, 18.17.4.1).
    expect(sheet).toMatch(/<v>46041<\/v>/);
    expect(sheet).toMatch(/<v>12\.5<\/v>/);
    expect(sheet).not.toContain('<f>');
    expect(parts.get('xl/workbook.xml')).toContain('name="Timer  uke 4"');
  });
});
