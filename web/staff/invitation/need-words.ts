import { useCallback } from 'react';
import type { Needs } from '#core/invitation/needs';
import { useText } from '../text.tsx';

/** What a woman needs, in a few words for a list. */
export function useNeedWords(): (needs: Needs, longer: boolean) => string {
  const { text, language } = useText();
  return useCallback(
    (needs, longer) => {
      const words = text.office.needs;
      const parts = [
        ...(needs.interpreter ? [`${words.interpreter} (${languageName(needs.interpreter, language)})`] : []),
        ...(['wheelchair', 'implants', 'extra-time'] as const).filter((kind) => needs[kind]).map((kind) => words[kind]),
        ...(needs.other ? [needs.other] : []),
        ...(longer ? [words.longer] : []),
      ];
      return parts.join(', ');
    },
    [text, language],
  );
}

/** Name of a language by its code, in the language of the page; the code itself where the browser has no name. */
export function languageName(code: string, pageLanguage: string): string {
  const names = new Intl.DisplayNames([pageLanguage === 'se' ? 'nb' : pageLanguage], {
    type: 'language',
    fallback: 'code',
  });
  return names.of(code) ?? code;
}
