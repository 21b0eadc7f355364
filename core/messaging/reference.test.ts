import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReference, referenceFrom } from './reference.ts';

const anyReference = fc.uint8Array({ minLength: 9, maxLength: 9 }).map(referenceFrom);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

it('looks like XXXXX-XXXXX and reads back', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(parseReference(reference)).toBe(reference);
    }),
  );
});

it('is read from what people type: small letters, spaces, O for 0, l for 1', () => {
  const reference = referenceFrom(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  expect(reference.startsWith('01234-5678')).toBe(true);
  expect(parseReference(` ${reference.toLowerCase().replace('0', 'o').replace('1', 'l').replace('-', ' ')} `)).toBe(
    reference,
  );
});

it('finds every single wrong symbol, and swapped neighbours except 0 with Z', () => {
  fc.assert(
    fc.property(anyReference, fc.nat(9), fc.nat(31), (reference, place, symbol) => {
      const symbols = [...reference.replace('-', '')];
      const wrong = alphabet[symbol] as string;
      if (symbols[place] !== wrong) expect(parseReference(symbols.with(place, wrong).join(''))).toBeUndefined();
      const [a, b] = [symbols[place], symbols[place + 1]];
      if (!a || !b || a === b || (a + b).match(/^(0Z|Z0)$/)) return;
      expect(
        parseReference(
          symbols
            .with(place, b)
            .with(place + 1, a)
            .join(''),
        ),
      ).toBeUndefined();
    }),
  );
});

it('refuses what is no reference', () => {
  for (const text of ['', '12345', 'UUUUU-UUUUU', 'ABCDE-FGHJKM']) expect(parseReference(text)).toBeUndefined();
});
