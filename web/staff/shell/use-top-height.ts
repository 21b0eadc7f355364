import { type RefObject, useEffect, useRef } from 'react';

/**
 * Tells the style sheet how high the sticky header is (--top), whatever the text size: table heads stick below it, and
 * what gets the focus is never scrolled under it (WCAG 2.4.11).
 */
export function useTopHeight(): RefObject<HTMLElement | null> {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    const top = header.current;
    if (!top) return;
    const watch = new ResizeObserver(() => {
      const height = getComputedStyle(top).position === 'sticky' ? top.offsetHeight : 0;
      document.documentElement.style.setProperty('--top', `${height}px`);
    });
    watch.observe(top);
    return () => watch.disconnect();
  }, []);
  return header;
}
