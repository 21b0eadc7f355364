import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { isPageLanguage, type PageLanguage } from '#web/text/language';
import { loadText } from '#web/text/load-text';
import type { Text } from '#web/text/nb';
import { CallError } from './api.ts';
import { makeRouter } from './router.tsx';
import { SessionProvider } from './session.tsx';
import { TextProvider } from './text.tsx';

const router = makeRouter();
const STORED = 'runde.language';

/** In Sámi, which is partial: what stands in bokmål is marked as bokmål (WCAG 3.1.2). Undone when the language is left. */
function markPartly(): () => void {
  let undo: (() => void) | undefined = () => {};
  void import('./mark-language.ts').then(({ markSami }) => {
    if (undo) undo = markSami(document.body);
  });
  return () => {
    undo?.();
    undo = undefined;
  };
}

/** A refusal is an answer: only a missing connection is worth asking again for. */
const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && error instanceof CallError && error.status === 0,
    },
  },
});

export function App(props: { readonly language: PageLanguage; readonly text: Text }) {
  const [{ language, text }, setText] = useState(props);
  const show = useCallback(async (next: PageLanguage) => {
    setText({ language: next, text: await loadText(next) });
  }, []);
  const setLanguage = useCallback(
    (next: PageLanguage) => {
      localStorage.setItem(STORED, next);
      void show(next);
    },
    [show],
  );
  // Chosen in one tab, it holds in the others too.
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key === STORED && isPageLanguage(newValue)) void show(newValue);
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [show]);
  useEffect(() => {
    document.documentElement.lang = language;
    if (language === 'se') return markPartly();
  }, [language]);
  return (
    <TextProvider language={language} text={text} setLanguage={setLanguage}>
      <QueryClientProvider client={cache}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </TextProvider>
  );
}
