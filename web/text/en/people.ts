import type { people as nb } from '../nb/people.ts';

export const people = {} satisfies typeof nb;
