/** Which letter a happening calls for, and in which language. */
import { channelOf, type Language, type LetterKind, type MessageKind } from './message.ts';

/** What happened to her episode or appointment that she must be told. */
export type ToldHappening =
  | { readonly happened: 'invited'; readonly appointment: 'ordinary' | 'reminder' }
  | { readonly happened: 'moved' | 'cancelled' | 'read-negative' | 'dismissed' | 'recalled' | 'images-inadequate' }
  | { readonly happened: 'assessed'; readonly result: 'negative' | 'benign' | 'malignant' };

/**
 * The letter, or undefined when none is sent: a malignant answer is given by a person, face to face, never first in a
 * letter (configuration: no written source, the field's custom).
 */
export function whichLetter(happening: ToldHappening): LetterKind | undefined {
  switch (happening.happened) {
    case 'invited':
      return happening.appointment === 'reminder' ? 'reminder' : 'invitation';
    case 'moved':
      return 'moved';
    case 'cancelled':
      return 'cancelled';
    case 'read-negative':
    case 'dismissed':
      return 'result-normal';
    case 'recalled':
      return 'recall';
    case 'images-inadequate':
      return 'technical-recall';
    case 'assessed':
      return happening.result === 'malignant' ? undefined : 'assessment-result';
  }
}

/** The language a message is written in: SMS always bokmål; a letter hers, or bokmål when no text in hers exists yet. */
export function whichLanguage(kind: MessageKind, hers: Language, written: readonly Language[]): Language {
  return channelOf(kind) === 'letter' && written.includes(hers) ? hers : 'nb';
}
