// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text with templates in it is what is tested
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '#web/text/text-of';
import { placesIn } from './text-source.ts';
import { sourceOf, wordsOf } from './text-words.ts';

const catalogues = join(import.meta.dirname, '../web/text');

/** studyMonitoring stands in study-monitoring.ts. */
const fileOf = (area: string) => area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('a catalogue as text', () => {
  const source = `import x from 'x';
/** People. */
export const people = {
  title: 'Finn, «én» {ikke en hullet}',
  // said twice
  age: (years: number) => \`\${years} år\`,
  days: (n: number) => (n === 1 ? '1 dag' : \`\${n} dager\`),
  kinds: { stop: 'Stopp', 'the-other': "It's" } as Readonly<Record<string, string>>,
  list: ['a', 'b'],
};
`;
  const read = new Map(placesIn(source).map(({ key, from, to }) => [key, wordsOf(source.slice(from, to))]));

  it('gives every text by its key, with the kind that a translator must know', () => {
    expect(Object.fromEntries(read)).toEqual({
      title: { kind: 'text', words: 'Finn, «én» {ikke en hullet}' },
      age: { kind: 'pattern', words: '{years} år' },
      days: { kind: 'code', words: "(n: number) => (n === 1 ? '1 dag' : `${n} dager`)" },
      'kinds.stop': { kind: 'text', words: 'Stopp' },
      'kinds.the-other': { kind: 'text', words: "It's" },
      list: { kind: 'code', words: "['a', 'b']" },
    });
  });

  it('finds the same texts as the program does, in every area', () => {
    for (const [area, catalogue] of Object.entries(textOf.nb)) {
      const places = placesIn(readFileSync(join(catalogues, 'nb', `${fileOf(area)}.ts`), 'utf8'));
      expect(new Set(places.map(({ key }) => key)), area).toEqual(new Set(keysOf(catalogue)));
    }
  });

  it('reads every file of every language', () => {
    for (const language of ['nb', 'nn', 'en', 'se']) {
      for (const file of readdirSync(join(catalogues, language))) {
        expect(placesIn(readFileSync(join(catalogues, language, file), 'utf8')).length).toBeGreaterThan(0);
      }
    }
  });
});

describe('a translated text as source', () => {
  it('is put back as what it was', () => {
    expect(sourceOf("It's", "'Det er'")).toBe("'It\\'s'");
    expect(sourceOf('{years} jagi', '(years: number) => `${years} år`')).toBe('(years: number) => `${years} jagi`');
  });
  it('must keep the holes, and must not touch what decides', () => {
    expect(() => sourceOf('jagi', '(years: number) => `${years} år`')).toThrow('{years}');
    expect(() => sourceOf('x', "(n: number) => (n === 1 ? 'a' : 'b')")).toThrow('programmer');
  });
});

function keysOf(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [path];
  return Object.entries(part).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`));
}
