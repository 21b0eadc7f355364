import type { people as nb } from '../nb/people.ts';
import type { Partly } from '../partial.ts';

export const people = {
  address: 'Čujuhus',
  phone: 'Telefovdna',
  language: 'Giella',
} satisfies Partly<typeof nb>;
