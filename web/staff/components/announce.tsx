import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => {});

/** const announce = useAnnounce(); announce('12 av 40 lest') : said by screen readers, not shown. */
export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext);
}

export function AnnounceProvider(props: { readonly children: ReactNode }) {
  const [words, setWords] = useState('');
  // The same words twice are said twice only if the content changes: a no-break space comes and goes.
  const announce = useCallback((next: string) => setWords((before) => (before === next ? `${next}\u00a0` : next)), []);
  return (
    <AnnounceContext value={announce}>
      {props.children}
      <div className="visually-hidden" role="log" aria-live="polite">
        {words}
      </div>
    </AnnounceContext>
  );
}
