import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** A menu longer than the window scrolls by itself until the page that is open is in sight; the window stays where it is. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another current page
  useEffect(() => {
    const list = menu.current?.querySelector('ul');
    const current = menu.current?.querySelector('[aria-current=page]')?.getBoundingClientRect();
    if (!menu.current || !list || !current) return;
    const [seen, row] = [list.getBoundingClientRect(), menu.current.getBoundingClientRect()];
    list.scrollTop += Math.max(0, current.bottom - seen.bottom) + Math.min(0, current.top - seen.top);
    // On a narrow screen the menu is a row.
    const aside = Math.max(0, current.right - row.right) + Math.min(0, current.left - row.left);
    for (const box of [menu.current, list]) box.scrollLeft += aside;
  }, [pathname]);
  return menu;
}
