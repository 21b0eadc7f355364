/**
 * A text as a translator sees it. `text`: plain words. `pattern`: words with {holes}, from a function that is one
 * template. `code`: a function that decides something, or a list; shown as it is, and changed by a programmer.
 */
export type Words = { readonly kind: 'text' | 'pattern' | 'code'; readonly words: string };

const template = /^(\([^)]*\)) =>\s*`([\s\S]*)`$/;

export function wordsOf(value: string): Words {
  if (/^'(?:[^'\\]|\\.)*'$/.test(value)) return { kind: 'text', words: unquote(value) };
  if (/^"(?:[^"\\]|\\.)*"$/.test(value)) return { kind: 'text', words: unquote(value) };
  const [, , body] = template.exec(value) ?? [];
  const holes = body?.match(/\$\{[^{}`]*\}/g)?.length ?? 0;
  if (body !== undefined && !body.includes('`') && body.split('${').length - 1 === holes) {
    return { kind: 'pattern', words: body.replaceAll('${', '{') };
  }
  return { kind: 'code', words: value.replace(/\s+/g, ' ') };
}

/** The source of a translated text. `master` is the bokmål source, whose holes it must have, no more and no fewer. */
export function sourceOf(words: string, master: string): string {
  const { kind, words: original } = wordsOf(master);
  if (kind === 'text') return `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (kind === 'code') throw new Error('is a function that decides something: a programmer must change it');
  const [, head = '()'] = template.exec(master) ?? [];
  if (holesIn(words).join() !== holesIn(original).join()) {
    throw new Error(
      `must have the holes ${holesIn(original).join(' ')}, and has ${holesIn(words).join(' ') || 'none'}`,
    );
  }
  return `${head} => \`${words.replaceAll('`', '\\`').replaceAll('{', '${')}\``;
}

function holesIn(pattern: string): readonly string[] {
  return [...new Set(pattern.match(/\{[^{}]*\}/g) ?? [])].sort();
}

function unquote(value: string): string {
  return value.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}
