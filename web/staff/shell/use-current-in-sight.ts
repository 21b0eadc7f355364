import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** A menu longer than the window scrolls by itself until the page that is open is in sight; the window stays where it is. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another current page
  useEffect(() => {
    const list = menu.current?.querySelector('ul');
    if (!menu.current || !list) return;
    const boxes = [menu.current, list];
    const bring = () => {
      const current = boxes[0]?.querySelector('[aria-current=page]')?.getBoundingClientRect();
      const [row, seen] = boxes.map((box) => box.getBoundingClientRect());
      if (!current || !row || !seen) return;
      list.scrollTop += Math.max(0, current.bottom - seen.bottom) + Math.min(0, current.top - seen.top);
      // On a narrow screen the menu is a row.
      const aside = Math.max(0, current.right - row.right) + Math.min(0, current.left - row.left);
      for (const box of boxes) box.scrollLeft += aside;
    };
    // At once, and when the header has found its height.
    const observer = new ResizeObserver(bring);
    observer.observe(list);
    return () => observer.disconnect();
  }, [pathname]);
  return menu;
}
