import { channelOf, type Language, type MessageKind } from './message.ts';

/** The language a message is written in: SMS always bokmål; a letter hers, or bokmål when no text in hers exists yet. */
export function whichLanguage(kind: MessageKind, hers: Language, written: readonly Language[]): Language {
  return channelOf(kind) === 'letter' && written.includes(hers) ? hers : 'nb';
}
