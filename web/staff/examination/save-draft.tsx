import { Button } from '@digdir/designsystemet-react';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useText } from '../text.tsx';
import { type Draft, isNormal, reportOf } from './draft.ts';

/**
 * Saves the form: by N while all is normal, else by L, so that nothing with exceptions goes by the key of the normal.
 * Rests while something is not answered.
 */
export function SaveDraft(props: {
  readonly draft: Draft;
  readonly sending?: boolean;
  /** Something else comes first: no key, and not the page's first button. */
  readonly waits?: boolean;
  readonly onSave: () => void;
}) {
  const { draft, sending = false, waits = false, onSave } = props;
  const { text } = useText();
  const normal = isNormal(draft);
  const label = normal ? text.examination.saveNormal : text.examination.saveWithExceptions;
  const ready = reportOf(draft) !== undefined && !sending;
  const key = normal ? 'n' : 'l';
  useShortcuts(ready && !waits ? [{ key, label, run: onSave }] : []);
  return (
    <Button variant={waits ? 'secondary' : 'primary'} disabled={!ready} onClick={onSave}>
      {waits ? null : <kbd aria-hidden>{key.toUpperCase()}</kbd>} {label}
    </Button>
  );
}
