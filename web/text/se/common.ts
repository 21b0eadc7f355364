import type { common as nb } from '../nb/common.ts';
import type { Partly } from '../partial.ts';

export const common = {
  side: { left: 'Gurut', right: 'Olgeš' },
  all: 'Buot',
  search: 'Oza',
  close: 'Gidde',
  back: 'Ruovttoluotta',
  date: 'Beaivi',
  day: 'Beaivi',
  name: 'Namma',
  born: 'Riegádan',
  identityNumber: 'Riegádannummir',
} satisfies Partly<typeof nb>;
