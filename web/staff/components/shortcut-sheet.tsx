import { Dialog, Heading, Switch } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { preferences, savePreferences } from '#contracts/preferences';
import { useLoad, useSend } from '../api.ts';
import { useText } from '../text.tsx';
import { type Shortcut, useBoard, useShortcuts } from './shortcuts.tsx';

/** `?` opens the list of the keys that work on this page. */
export function ShortcutSheet() {
  const { text } = useText();
  const board = useBoard();
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useLoad(preferences, {});
  const save = useSend(savePreferences);
  const [keys, setKeys] = useState<readonly Shortcut[]>();
  useShortcuts([
    {
      key: '?',
      label: text.shell.shortcutSheet,
      run: () => setKeys([...board.lists].flatMap((list) => list.current)),
    },
  ]);
  useEffect(() => {
    if (keys) dialog.current?.showModal();
  }, [keys]);
  return (
    <Dialog
      ref={dialog}
      onClose={() => setKeys(undefined)}
      closeButton={text.common.close}
      aria-label={text.shell.shortcuts}
    >
      <Heading level={2} data-size="xs">
        {text.shell.shortcuts}
      </Heading>
      <dl className="shortcuts">
        {(keys ?? []).map((shortcut) => (
          <div key={`${shortcut.key} ${shortcut.label}`}>
            <dt>
              <kbd>
                {shortcut.key === ' ' ? '␣' : shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key}
              </kbd>
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <div className="stack">
        <Switch
          label={text.shell.shortcutsOn}
          checked={board.on}
          onChange={(event) => board.setOn(event.currentTarget.checked)}
        />
        <Switch
          label={text.shell.soundOn}
          checked={chosen.data?.sound ?? true}
          onChange={(event) => save.mutate({ sound: event.currentTarget.checked })}
        />
      </div>
    </Dialog>
  );
}
