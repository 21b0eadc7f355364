import { en } from './en.ts';
import type { PageLanguage } from './language.ts';
import { nb, type Text } from './nb.ts';
import { nn } from './nn.ts';
import { se } from './se.ts';

/** All four catalogues at once, for the server; a browser fetches one (load-text.ts). */
export const textOf: Readonly<Record<PageLanguage, Text>> = { nb, nn, en, se };
