import type { LetterTexts } from '#core/messaging/letter';
import type { Language } from '#core/messaging/message';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** The texts of each language; undefined = not written yet. Sámi waits for somebody who knows it: no text is invented. */
export const letterTexts: Readonly<Record<Language, LetterTexts | undefined>> = { nb, nn, en, se: undefined };

/** Languages that letters can be sent in. A woman whose language is not among them gets bokmål, marked as such. */
export const writtenLanguages: readonly Language[] = (['nb', 'nn', 'en', 'se'] as const).filter((l) => letterTexts[l]);

export const fallbackTexts: LetterTexts = nb;
