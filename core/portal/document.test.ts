import { expect, it } from 'vitest';
import { checkDocument, LARGEST_DOCUMENT, mediaTypes } from './document.ts';

const code = (...args: Parameters<typeof checkDocument>) => {
  const checked = checkDocument(...args);
  return checked.ok ? 'ok' : checked.refusal.code;
};
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('takes a file that is what it is said to be', () => {
  expect(code('application/pdf', bytes('%PDF-1.7'))).toBe('ok');
  expect(code('text/plain', bytes('Hei'))).toBe('ok');
});

it.each(mediaTypes)('takes no program as %s', (type) => {
  expect(code(type, bytes('MZ\u0090\u0000\u0003\u0000'))).toBe('wrong-type');
});

it('takes nothing empty and nothing too large', () => {
  expect(code('text/plain', bytes(''))).toBe('empty-document');
  expect(code('text/plain', new Uint8Array(LARGEST_DOCUMENT + 1).fill(65))).toBe('document-too-large');
});
