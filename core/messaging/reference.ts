/**
 * The reference printed on a letter, short enough to read out on the telephone: nine symbols of Crockford's base 32
 * (no I, L, O, U) and a check symbol, shown as XXXXX-XXXXX. Check: Luhn's algorithm with base 32 in place of 10, which
 * finds every single wrong symbol and every swap of neighbours except 0 with Z.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 9;

/** A reference from at least nine random bytes. Throws on fewer, because that is a programming error. */
export function referenceFrom(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error(`a reference needs ${LENGTH} random bytes, got ${bytes.length}`);
  let body = '';
  for (let i = 0; i < LENGTH; i++) body += ALPHABET[(bytes[i] ?? 0) % ALPHABET.length];
  return grouped(body + checkSymbol(body));
}

/** The reference as it is stored, from what somebody typed (small letters, spaces, O for 0, I or L for 1); or undefined. */
export function parseReference(text: string): string | undefined {
  const symbols = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (symbols.length !== LENGTH + 1 || [...symbols].some((s) => !ALPHABET.includes(s))) return undefined;
  const body = symbols.slice(0, LENGTH);
  return checkSymbol(body) === symbols[LENGTH] ? grouped(symbols) : undefined;
}

function grouped(symbols: string): string {
  return `${symbols.slice(0, 5)}-${symbols.slice(5)}`;
}

function checkSymbol(body: string): string {
  const base = ALPHABET.length;
  let sum = 0;
  for (let i = body.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const product = factor * ALPHABET.indexOf(body[i] ?? '');
    sum += Math.floor(product / base) + (product % base);
  }
  return ALPHABET[(base - (sum % base)) % base] ?? '';
}
