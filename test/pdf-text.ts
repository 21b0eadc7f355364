/**
 * The words of a PDF as a reader sees them, page by page: for tests of letters. It reads what Typst writes (no object
 * streams, Identity-H fonts with a ToUnicode map) and nothing more general.
 */
import { inflateSync } from 'node:zlib';

export function pdfText(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object.head));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => {
        const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.head ?? '')?.[1];
        return [name, unicodeMap(objects.get(Number(map))?.stream ?? '')] as const;
      }),
    );
    const content = /\/Contents (\d+) 0 R/.exec(page.head)?.[1];
    return wordsOf(objects.get(Number(content))?.stream ?? '', fonts);
  });
}

type PdfObject = { readonly head: string; readonly stream: string };

function objectsOf(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [head = '', rest] = (match[2] ?? '').split(/stream\r?\n/, 2);
    const start = (match.index ?? 0) + (match[0].indexOf('stream') ?? 0);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = text.indexOf('\n', start) + 1;
    const bytes = rest === undefined ? Buffer.alloc(0) : pdf.subarray(from, from + length);
    const stream = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(Number(match[1]), { head, stream: stream.toString('latin1') });
  }
  return objects;
}

function unicodeMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      map.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    }
  }
  return map;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let words = '';
  for (const [token, name] of content
    .replace(/<<[\s\S]*?>>/g, '')
    .matchAll(/\/(f\d+) [\d.]+ Tf|\((?:\\[\s\S]|[^\\)])*\)|\bET\b/g)) {
    if (name) font = fonts.get(name);
    else if (token === 'ET') words += ' ';
    else words += decode(token.slice(1, -1), font);
  }
  return words.replace(/\s+/g, ' ').trim();
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function decode(literal: string, font: ReadonlyMap<number, string> | undefined): string {
  const bytes: number[] = [];
  for (const [whole, octal, escaped] of literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|[\s\S]/g)) {
    if (octal) bytes.push(Number.parseInt(octal, 8));
    else if (escaped) bytes.push(escapes[escaped] ?? escaped.charCodeAt(0));
    else bytes.push(whole.charCodeAt(0));
  }
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += font?.get((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)) ?? '\ufffd';
  return text;
}
