import { Spinner } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useText } from '../text.tsx';

/**
 * Something is being fetched or worked on. Shown after a short moment only, so that quick answers do not flicker.
 * `share` (0-1) turns it into a progress bar with the per cent in words.
 */
export function Loading(props: { readonly label?: string; readonly share?: number | undefined }) {
  const { text, formatPercent } = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  const label = props.label ?? text.shell.loading;
  if (props.share !== undefined) {
    return (
      <p className="loading">
        <progress max={1} value={props.share} aria-label={label} />
        <span>
          {label} {formatPercent(props.share, 0)}
        </span>
      </p>
    );
  }
  return (
    <p className="loading" role="status" style={late ? undefined : { visibility: 'hidden' }}>
      <Spinner aria-hidden data-size="sm" />
      <span>{label}…</span>
    </p>
  );
}
