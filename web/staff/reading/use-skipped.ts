import { useCallback, useRef } from 'react';

/**
 * The cases a reader has skipped today, kept for the window so that a reload does not bring them back first. Only their
 * numbers are kept: nothing of what a case holds stays in the browser.
 */
export function useSkipped(whose: string) {
  const key = `runde.skipped ${whose}`;
  const skipped = useRef<readonly string[]>(readList(key));
  const skip = useCallback(
    (cases: readonly string[]) => {
      skipped.current = cases.slice(-500);
      sessionStorage.setItem(key, JSON.stringify(skipped.current));
    },
    [key],
  );
  return { skipped, skip };
}

function readList(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
