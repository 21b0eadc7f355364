import type { PageLanguage } from './language.ts';
import type { Text } from './nb.ts';

/** Fetches one language's catalogue; each is a file of its own, so that a page carries the language it shows only. */
export async function loadText(language: PageLanguage): Promise<Text> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./nb.ts')).nb;
}
