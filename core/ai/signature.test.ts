import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSignature, type Hmac, signedText } from './signature.ts';

const hmac: Hmac = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');
const at = { now: 1_700_000_000, windowSeconds: 300 };
const sign = (secret: string, time: string, body: string) => `sha256=${hmac(secret, signedText(time, body))}`;
const code = (time: string, signature: string, body: string) => {
  const checked = checkSignature({ time, signature, body }, 'key', at, hmac);
  return checked.ok ? 'ok' : checked.refusal.code;
};

describe('the signature of a push', () => {
  it('is that of HMAC-SHA-256 (RFC 4231, test case 2)', () => {
    expect(hmac('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });
  it('is taken within the window, before and after, and refused beyond it', () => {
    for (const [shift, expected] of [
      [0, 'ok'],
      [300, 'ok'],
      [-300, 'ok'],
      [301, 'stale'],
      [-301, 'stale'],
    ] as const) {
      const time = String(at.now + shift);
      expect(code(time, sign('key', time, 'body'), 'body')).toBe(expected);
    }
  });
  it('is refused when anything differs by a character: body, time, key or signature', () => {
    const time = String(at.now);
    const right = sign('key', time, 'body');
    expect(code(time, right, 'Body')).toBe('bad-signature');
    expect(code(String(at.now + 1), right, 'body')).toBe('bad-signature');
    expect(code(time, sign('other', time, 'body'), 'body')).toBe('bad-signature');
    expect(code('now', sign('key', 'now', 'body'), 'body')).toBe('bad-signature');
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (signature) => {
        expect(code(time, signature, 'body')).toBe(signature === right ? 'ok' : 'bad-signature');
      }),
    );
  });
});
