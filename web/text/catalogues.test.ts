import { describe, expect, it } from 'vitest';
import { nb } from './nb.ts';
import { over, textsIn } from './partial.ts';
import { se, seTexts } from './se.ts';
import { textOf } from './text-of.ts';

/** The keys of a catalogue, in depth: 'people.kinds.stop'. */
function keysOf(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [path];
  return Object.entries(part).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`));
}

describe('the catalogues', () => {
  it.each(['nn', 'en', 'se'] as const)('%s has the keys of bokmål, no more and no fewer', (language) => {
    expect(new Set(keysOf(textOf[language]))).toEqual(new Set(keysOf(textOf.nb)));
  });

  it('hold no empty text, and no space too many', () => {
    for (const [language, text] of Object.entries(textOf)) {
      const odd = textsIn(text).filter((words) => words === '' || words !== words.trim() || words.includes('  '));
      expect(odd, language).toEqual([]);
    }
  });

  it('in nynorsk use none of the commonest bokmål-only words', () => {
    const bokmal =
      /(?<!\p{L})(ikke|jeg|hun|hvem|hva|hvor|hvorfor|noen|bare|ennå|nå|fra|uke|uken|være|gjøre|velg|bilder)(?!\p{L})/iu;
    expect(textsIn(textOf.nn).filter((words) => bokmal.test(words))).toEqual([]);
  });

  it('in Sámi fall back to bokmål, and know which texts are Sámi', () => {
    expect(se.shell.menu).toBe('Fállu');
    expect(se.shell.skip).toBe(nb.shell.skip);
    expect(seTexts.has(se.shell.menu)).toBe(true);
    expect(seTexts.has(nb.shell.skip)).toBe(false);
  });
});

describe('a partial catalogue over its master', () => {
  it('takes what is there, in depth, and leaves functions and lists whole', () => {
    const master = { a: 'a', list: ['x', 'y'], deep: { b: 'b', c: (n: number) => `${n}` } };
    const mixed = over(master, { deep: { b: 'B' } });
    expect(mixed).toMatchObject({ a: 'a', list: ['x', 'y'], deep: { b: 'B' } });
    expect(mixed.deep.c(2)).toBe('2');
  });
});
