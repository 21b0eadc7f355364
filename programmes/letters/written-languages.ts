import type { Language } from '#core/messaging/message';

/** Languages that letters are written in. Sámi (se) is missing: nobody has written it yet; such letters go in bokmål. */
export const writtenLanguages: readonly Language[] = ['nb', 'nn', 'en'];
