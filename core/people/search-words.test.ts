import { describe, expect, it } from 'vitest';
import { referenceFrom } from '#core/messaging/reference';
import { readSearch } from './search-words.ts';

describe('what somebody has written to find a woman', () => {
  it.each([
    ['010170 12345', { by: 'number', digits: '01017012345' }],
    ['99 91 22 07', { by: 'phone', phone: '+4799912207' }],
    ['+47 999 12 207', { by: 'phone', phone: '+4799912207' }],
    ['0046 70 123 45 67', { by: 'phone', phone: '+46701234567' }],
    ['Lampe, Prøve', { by: 'name', words: ['lampe', 'prøve'], born: undefined }],
    ['lampe 2.11.1965', { by: 'name', words: ['lampe'], born: '1965-11-02' }],
    ['02/11-1965 Prøve Lampe', { by: 'name', words: ['prøve', 'lampe'], born: '1965-11-02' }],
    ['1965-11-02', { by: 'name', words: [], born: '1965-11-02' }],
    ['Anne-Marie', { by: 'name', words: ['anne-marie'], born: undefined }],
    ['12345', { by: 'letter', reference: undefined }],
  ])('%s', (written, read) => {
    expect(readSearch(written)).toEqual(read);
  });

  it('a reference with or without its line, in any letters', () => {
    const reference = referenceFrom(Uint8Array.from({ length: 9 }, (_, i) => i * 7));
    expect(readSearch(reference.toLowerCase())).toEqual({ by: 'letter', reference });
    expect(readSearch(reference.replace('-', ' '))).toEqual({ by: 'letter', reference });
  });
});
