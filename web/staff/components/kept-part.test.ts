import { expect, it } from 'vitest';
import { addressOf, keptPart } from './kept-part.ts';

it('keeps the filter and the sorting, in one order', () => {
  expect(keptPart({ sort: '-day', q: 'brev to', centre: 'C06' })).toBe('centre=C06&q=brev+to&sort=-day');
  expect(keptPart({ centre: 'C06', q: 'brev to', sort: '-day' })).toBe('centre=C06&q=brev+to&sort=-day');
});

it('leaves out what is for one day, one woman or one place in the list', () => {
  const woman = '0198a000-0000-7000-8000-000000000001';
  expect(keptPart({ day: '2026-03-02', page: 3, personId: woman, row: woman, state: 'failed' })).toBe('state=failed');
  expect(keptPart({ from: '2026-03-02', reference: 'AB-12' })).toBe('');
});

it('gives the same address back', () => {
  expect(addressOf('q=brev+to&state=failed')).toEqual({ q: 'brev to', state: 'failed' });
});
