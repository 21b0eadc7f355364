/** Reads a catalogue file as text, so that a translator's sheet can be written from it and put back into it. */

/** One text of a catalogue: its key in depth, and where its value stands in the file. */
export type TextPlace = { readonly key: string; readonly from: number; readonly to: number };

/** Every property of the one object that a catalogue file exports, in order; objects within are walked. */
export function placesIn(source: string): readonly TextPlace[] {
  const start = source.search(/export const \w+(?:: [\w ]+)? = \{/);
  if (start === -1) throw new Error('the file exports no object');
  const places: TextPlace[] = [];
  readObject(source, source.indexOf('{', start), '', places);
  return places;
}

/** Reads the object that begins at `at`; returns the index after its closing brace. */
function readObject(source: string, at: number, path: string, places: TextPlace[]): number {
  let i = skipSpace(source, at + 1);
  while (source[i] !== '}') {
    const [, quoted, plain] = /^(?:'([^']*)'|([\w$]+))\s*:\s*/.exec(source.slice(i)) ?? [];
    const name = quoted ?? plain;
    if (name === undefined) throw new Error(`no key at "${source.slice(i, i + 40)}"`);
    const key = path === '' ? name : `${path}.${name}`;
    i = source.indexOf(':', i + (quoted === undefined ? name.length : name.length + 2)) + 1;
    i = skipSpace(source, i);
    if (source[i] === '{') i = skipCast(source, readObject(source, i, key, places));
    else {
      const to = valueEnd(source, i);
      places.push({ key, from: i, to: i + source.slice(i, to).trimEnd().length });
      i = to;
    }
    if (source[i] === ',') i++;
    i = skipSpace(source, i);
  }
  return i + 1;
}

function skipSpace(source: string, at: number): number {
  return at + (/^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(source.slice(at))?.[0].length ?? 0);
}

/** "} as Readonly<Record<string, string>>," or "} satisfies Words," : to the comma or brace after the cast. */
function skipCast(source: string, at: number): number {
  let i = skipSpace(source, at);
  if (!/^(?:as|satisfies) /.test(source.slice(i, i + 10))) return i;
  for (let depth = 0; i < source.length; i++) {
    const sign = source[i];
    if (sign === '<') depth++;
    else if (sign === '>') depth--;
    else if (depth === 0 && (sign === ',' || sign === '}')) return i;
  }
  throw new Error('a cast does not end');
}

/** The comma or closing brace that ends a value, past brackets, strings and templates. */
function valueEnd(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const sign = source[i] as string;
    if (sign === "'" || sign === '"' || sign === '`') i = quoteEnd(source, i);
    else if ('([{'.includes(sign)) depth++;
    else if (depth > 0 && ')]}'.includes(sign)) depth--;
    else if (depth === 0 && (sign === ',' || sign === '}')) return i;
  }
  throw new Error('a value does not end');
}

function quoteEnd(source: string, at: number): number {
  const quote = source[at];
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === quote) return i;
    else if (quote === '`' && source.startsWith('${', i)) i = valueEnd(source, i + 2);
  }
  throw new Error('a text does not end');
}
