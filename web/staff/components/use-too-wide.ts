import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Whether what the element holds is wider than the element, whatever the window, the language and the text size. A table
 * that fits keeps its head under the page's header; one that does not scrolls sideways in its own place instead.
 */
export function useTooWide(): [RefObject<HTMLElement | null>, boolean] {
  const place = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const outer = place.current;
    const inner = outer?.firstElementChild as HTMLElement | null | undefined;
    if (!outer || !inner) return;
    const watch = new ResizeObserver(() => setWide(inner.offsetWidth > outer.clientWidth));
    watch.observe(outer);
    watch.observe(inner);
    return () => watch.disconnect();
  }, []);
  return [place, wide];
}
