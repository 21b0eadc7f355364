import type { shell as nb } from '../nb/shell.ts';
import type { Partly } from '../partial.ts';

export const shell = {
  menu: 'Fállu',
  mainMenu: 'Váldofállu',
  language: 'Giella',
} satisfies Partly<typeof nb>;
