import { type Language, languages } from '#core/kernel/language';

/** The pages are in all four languages; Northern Sámi is partial, and what it lacks stands in bokmål, marked as such. */
export const pageLanguages = languages;
export type PageLanguage = Language;

/** Each language by its own name, which is the same whatever the page is in. */
export const languageNames: Readonly<Record<PageLanguage, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
  se: 'Davvisámegiella',
};

export function isPageLanguage(value: unknown): value is PageLanguage {
  return pageLanguages.includes(value as PageLanguage);
}

/** The language that most of a page is written in, and its dates: bokmål while the Sámi catalogue is partial. */
export function textLanguage(language: PageLanguage): Exclude<PageLanguage, 'se'> {
  return language === 'se' ? 'nb' : language;
}
