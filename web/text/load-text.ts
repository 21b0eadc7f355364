import type { PageLanguage } from './language.ts';
import type { Text } from './nb.ts';

const catalogues: Readonly<Record<PageLanguage, () => Promise<Text>>> = {
  nb: async () => (await import('./nb.ts')).nb,
  nn: async () => (await import('./nn.ts')).nn,
  en: async () => (await import('./en.ts')).en,
  se: async () => (await import('./se.ts')).se,
};

/** Fetches one language's catalogue; each is a file of its own, so that a page carries the language it shows only. */
export function loadText(language: PageLanguage): Promise<Text> {
  return catalogues[language]();
}
