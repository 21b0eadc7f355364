/** Languages that people can be written to in; the pages are in bokmål and English so far, dates in all four. */
export const languages = ['nb', 'nn', 'en', 'se'] as const;
export type Language = (typeof languages)[number];

export const pageLanguages = ['nb', 'en'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export function isPageLanguage(value: unknown): value is PageLanguage {
  return pageLanguages.includes(value as PageLanguage);
}
