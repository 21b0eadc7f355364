import { Button } from '@digdir/designsystemet-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useText } from '../text.tsx';

/** What was just done, said briefly; `undo` takes it back. Undo is offered where undoing is possible, instead of asking first. */
export type Toast = {
  readonly text: string;
  readonly tone?: 'success' | 'info' | 'danger';
  readonly undo?: () => void;
};

type Shown = Toast & { readonly id: number };

/** Long enough to read and to reach the undo button by keyboard; focus or pointer on the toast holds it. */
const SHOWN_MS = 10_000;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** const toast = useToast(); toast({ text: 'Timen er flyttet', undo: () => moveBack.mutate(...) }) */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function ToastProvider(props: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>();
  const show = useCallback((toast: Toast) => setShown((before) => ({ ...toast, id: (before?.id ?? 0) + 1 })), []);
  return (
    <ToastContext value={show}>
      {props.children}
      <div className="toast-place no-print" role="status">
        {shown ? <ToastBox key={shown.id} toast={shown} onClose={() => setShown(undefined)} /> : null}
      </div>
    </ToastContext>
  );
}

function ToastBox({ toast, onClose }: { readonly toast: Shown; readonly onClose: () => void }) {
  const { text } = useText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, the toast only stays while it is attended to
    <div
      className="toast"
      data-color={toast.tone ?? 'success'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo ? (
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() => {
            toast.undo?.();
            onClose();
          }}
        >
          {text.common.undo}
        </Button>
      ) : null}
      <Button variant="tertiary" data-size="sm" onClick={onClose}>
        {text.common.close}
      </Button>
    </div>
  );
}
