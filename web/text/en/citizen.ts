import type { citizen as nb } from '../nb/citizen.ts';

export const citizen = {
  title: 'My page',
  programme: 'The breast screening programme (demo)',
} satisfies typeof nb;
