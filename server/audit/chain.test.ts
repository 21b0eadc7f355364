import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { canonicalJson, entryHash, firstHash } from './chain.ts';

it('writes a text as JSON does, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
      expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
    }),
  );
  for (const text of ['"', '\\', '\n', '\u007f', '\u2028', '\ud800', 'Ærlig talt', ''])
    expect(canonicalJson(text)).toBe(JSON.stringify(text));
});

it('writes equal values as equal text, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

it('puts keys in code-unit order, also those that look like numbers', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: true }], 9: 0, 10: 0, z: undefined })).toBe(
    '{"10":0,"9":0,"a":[{"c":true,"d":null}],"b":1}',
  );
});

it('hashes an entry as its canonical text after the hash before it', () => {
  const entry = {
    seq: 1,
    at: '2026-11-23T09:00:00.000Z',
    today: day('2026-11-23'),
    actor: 'R-1',
    role: 'radiographer',
    action: 'study.allocated',
    personId: null,
    detail: { study: 'to-armer', position: 1 },
  };
  const text =
    '{"action":"study.allocated","actor":"R-1","at":"2026-11-23T09:00:00.000Z","detail":{"position":1,"study":"to-armer"},"personId":null,"role":"radiographer","seq":1,"today":"2026-11-23"}';
  expect(entryHash(entry, firstHash)).toBe(hash('sha256', `${firstHash}\n${text}`, 'hex'));
});

/** The same value with its keys put in the other way round. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
}
