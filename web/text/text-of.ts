import { en } from './en.ts';
import { citizen as citizenEn } from './en/citizen.ts';
import type { PageLanguage } from './language.ts';
import { nb, type Text } from './nb.ts';
import { citizen as citizenNb } from './nb/citizen.ts';
import { nn } from './nn.ts';
import { citizen as citizenNn } from './nn/citizen.ts';
import { over } from './partial.ts';
import { se } from './se.ts';
import { citizen as citizenSe } from './se/citizen.ts';

/** All there is: the staff application's texts and those of the woman's pages. */
export type WholeText = Text & { readonly citizen: typeof citizenNb };

/** All four catalogues at once, for the server; a browser fetches one, without the woman's pages (load-text.ts). */
export const textOf: Readonly<Record<PageLanguage, WholeText>> = {
  nb: { ...nb, citizen: citizenNb },
  nn: { ...nn, citizen: citizenNn },
  en: { ...en, citizen: citizenEn },
  se: { ...se, citizen: over(citizenNb, citizenSe) },
};
