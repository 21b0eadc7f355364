import { useEffect } from 'react';

/**
 * Keeps the keyboard's place: a button that is disabled while it sends, or gone when it has, would leave the focus at the
 * top of the page. It comes back to the button, or to what the button stood in; from a toast, to where one was before.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** The latest place in the page, and what it stands in, nearest first. */
    let here: readonly HTMLElement[] = [];
    let last: HTMLElement | undefined;
    const entered = ({ target }: FocusEvent) => {
      last = target as HTMLElement;
      if (last.closest('main')) here = within(last);
    };
    // One who leaves by herself, by a click beside it, is not brought back.
    const pointed = ({ target }: PointerEvent) => {
      if (!last?.contains(target as Node)) last = undefined;
    };
    const restore = () => {
      if (!last || !isLost()) return;
      if (last.isConnected && !stands(last)) return;
      const place = stands(last) ? last : here.find(stands);
      if (place) focusOn(place);
    };
    const observer = new MutationObserver(() => {
      if (last && isLost()) requestAnimationFrame(restore);
    });
    document.addEventListener('focusin', entered);
    document.addEventListener('pointerdown', pointed, true);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', entered);
      document.removeEventListener('pointerdown', pointed, true);
    };
  }, []);
}

/** In the page and in nothing of it: not in the browser's own fields either. */
const isLost = () => document.activeElement === document.body && document.hasFocus();

const stands = (element: HTMLElement) => element.isConnected && !element.matches(':disabled');

function within(element: HTMLElement): readonly HTMLElement[] {
  const place: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one && one.tagName !== 'BODY'; one = one.parentElement) place.push(one);
  return place;
}

function focusOn(nearest: HTMLElement): void {
  const place = nearest.tagName === 'MAIN' ? (nearest.querySelector('h1') ?? nearest) : nearest;
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
