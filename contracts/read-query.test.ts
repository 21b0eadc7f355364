import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readQuery } from './read-query.ts';

const schema = z.object({
  q: z.string().optional(),
  page: z.number().int().default(1),
  open: z.boolean().optional(),
  centres: z.array(z.string()).default([]),
  years: z.array(z.number()).optional(),
  scale: z.number().nullable().catch(null),
});
const read = (text: string) => readQuery(schema, new URLSearchParams(text));

describe('search parameters by a schema', () => {
  it('become what the schema wants', () => {
    expect(read('q=01017012345&page=2&open=false&centres=C06&years=2025&years=2026')).toEqual({
      q: '01017012345',
      page: 2,
      open: false,
      centres: ['C06'],
      years: [2025, 2026],
    });
  });

  it('that are not of the kind stay text, so that the schema says what was expected', () => {
    expect(read('page=two&open=ja&scale=')).toEqual({ page: 'two', open: 'ja', scale: '' });
    expect(schema.safeParse(read('page=two')).success).toBe(false);
  });

  it('that the schema does not know stay text', () => expect(read('other=1')).toEqual({ other: '1' }));

  it('give back any text and any number', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (q, page) => {
        const query = new URLSearchParams({ q, page: String(page) });
        expect(readQuery(schema, query)).toEqual({ q, page: Number(String(page)) });
      }),
    );
  });
});
