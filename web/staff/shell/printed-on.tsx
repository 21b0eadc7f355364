import { useEffect, useState } from 'react';
import { clock } from '../components/clock.ts';
import { useActor, useSession } from '../session.tsx';
import { useText } from '../text.tsx';

/** First line of every printed page: when it was taken out, and by whom. */
export function PrintedOn() {
  const { text, formatDate, formatTime } = useText();
  const { today } = useSession();
  const { name } = useActor();
  const [at, setAt] = useState(clock);
  useEffect(() => {
    const note = () => setAt(clock());
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return (
    <p className="print-only printed-on">
      {text.shell.product} · {text.shell.takenOut(formatDate(today), formatTime(at))} · {name}
    </p>
  );
}
