import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noWishes, parsePhone, reachedBy } from './contact-wishes.ts';

const registered = fc.record({
  onPortal: fc.boolean(),
  phone: fc.constantFrom(null, '+4799900001'),
  language: fc.constantFrom('nb', 'nn', 'en', 'se'),
} as const);

describe('how she is reached', () => {
  it('is as the register says when she has no wishes', () => {
    fc.assert(
      fc.property(registered, (r) => {
        expect(reachedBy(r, noWishes)).toEqual({ ...r, sms: true });
      }),
    );
  });

  it('no wish puts her on the portal, and a wish for paper is always kept', () => {
    fc.assert(
      fc.property(registered, fc.constantFrom('digital' as const, 'paper' as const, null), (r, channel) => {
        const { onPortal } = reachedBy(r, { ...noWishes, channel });
        expect(onPortal).toBe(r.onPortal && channel !== 'paper');
      }),
    );
  });
});

describe('a telephone number', () => {
  it.each([
    ['999 00 001', '+4799900001'],
    ['99900001', '+4799900001'],
    ['+47 999 00 001', '+4799900001'],
    ['0047 99900001', '+4799900001'],
    ['+46 (70) 123-45-67', '+46701234567'],
  ])('"%s" is %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone);
  });

  it.each(['', '123', '12345678', 'ring meg', '+47', '999000011'])('"%s" is none', (text) => {
    expect(parsePhone(text)).toBeUndefined();
  });

  it('is understood again as it was understood', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phone = parsePhone(text);
        if (phone) expect(parsePhone(phone)).toBe(phone);
      }),
    );
  });
});
