import type { citizen as nb } from '../nb/citizen.ts';
import type { Partly } from '../partial.ts';

export const citizen = {
  hello: (name: string) => `Bures, ${name}`,
  where: 'Báiki',
  letters: 'Reivvet',
} satisfies Partly<typeof nb>;
