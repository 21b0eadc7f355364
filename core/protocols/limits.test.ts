import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workedProtocol } from '#programmes/protocols/worked';
import { anyProtocol } from '#test/arbitrary-protocols';
import { diffInWords } from './diff.ts';
import { limitsIn, withLimit } from './limits.ts';
import { english } from './words-en.ts';

it('finds every number of the conditions, and changes that one alone', () => {
  fc.assert(
    fc.property(anyProtocol, fc.integer({ min: -5, max: 200 }), (protocol, value) => {
      limitsIn(protocol).forEach((limit, i) => {
        expect(withLimit(protocol, limit, limit.value)).toEqual(protocol);
        const values = limitsIn(withLimit(protocol, limit, value)).map((one) => one.value);
        expect(values).toEqual(limitsIn(protocol).map((one, j) => (i === j ? value : one.value)));
      });
    }),
  );
  const masai = workedProtocol('masai');
  expect(limitsIn(masai).map((limit) => limit.value)).toEqual([8, 8, 10, 99]);
  const last = limitsIn(masai)[3];
  if (last)
    expect(diffInWords(masai, withLimit(masai, last, 98), english)).toEqual([
      'ai: consensus c: if: was “percentile is 99 or more”, is “percentile is 98 or more”.',
    ]);
});
