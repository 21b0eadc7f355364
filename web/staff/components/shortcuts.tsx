import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { preferences, savePreferences } from '#contracts/preferences';
import { useLoad, useSend } from '../api.ts';
import { useActor } from '../session.tsx';

/** One key, as KeyboardEvent.key says it ('n', 'ArrowLeft', 'Enter'), what it does in words, and the doing. */
export type Shortcut = { readonly key: string; readonly label: string; readonly run: () => void };

type Board = {
  readonly lists: Set<{ current: readonly Shortcut[] }>;
  readonly on: boolean;
  readonly setOn: (on: boolean) => void;
};

const ShortcutContext = createContext<Board | undefined>(undefined);

/**
 * Single keys may be turned off (WCAG 2.1.4) on the sheet that `?` opens; they never act inside a form field or dialog.
 * The choice is the user's, kept by the server; the browser remembers it only until the server has answered.
 */
export function ShortcutProvider(props: { readonly children: ReactNode }) {
  const stored = `runde.shortcuts.${useActor().userId}`;
  const [on, show] = useState(() => localStorage.getItem(stored) !== 'off');
  const kept = useLoad(preferences, {}).data?.shortcuts;
  const { mutate: keep } = useSend(savePreferences);
  useEffect(() => {
    if (kept !== undefined) show(kept);
  }, [kept]);
  useEffect(() => localStorage.setItem(stored, on ? 'on' : 'off'), [on, stored]);
  const setOn = useCallback(
    (shortcuts: boolean) => {
      show(shortcuts);
      keep({ shortcuts });
    },
    [keep],
  );
  return (
    <ShortcutKeys on={on} setOn={setOn}>
      {props.children}
    </ShortcutKeys>
  );
}

/** The keys themselves, where nobody needs to be signed in (the page for work without network). */
export function ShortcutKeys(props: Omit<Board, 'lists'> & { readonly children: ReactNode }) {
  const { on, setOn } = props;
  const lists = useRef(new Set<{ current: readonly Shortcut[] }>()).current;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // With the keys off, the menu's own button still opens the sheet, where they are turned on again.
      if (!on && (event.isTrusted || event.key !== '?')) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      for (const list of [...lists].reverse()) {
        const shortcut = list.current.find((one) => one.key.toLowerCase() === event.key.toLowerCase());
        if (!shortcut) continue;
        event.preventDefault();
        shortcut.run();
        return;
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on, lists]);
  const board = useMemo(() => ({ lists, on, setOn }), [lists, on, setOn]);
  return <ShortcutContext value={board}>{props.children}</ShortcutContext>;
}

/** Offers shortcuts while the component is on the page. A later (inner) list wins over an earlier for the same key. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const board = useBoard();
  const list = useRef(shortcuts);
  list.current = shortcuts;
  useEffect(() => {
    board.lists.add(list);
    return () => {
      board.lists.delete(list);
    };
  }, [board.lists]);
}

export function useBoard(): Board {
  const board = useContext(ShortcutContext);
  if (!board) throw new Error('shortcuts are used outside ShortcutProvider');
  return board;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('dialog[open]')) return true;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
