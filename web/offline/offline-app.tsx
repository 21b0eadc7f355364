import { Checkbox, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { currentSession } from '#contracts/session';
import { call, CallError } from '../staff/api.ts';
import { ShortcutKeys } from '../staff/components/shortcuts.tsx';
import { StatusTag } from '../staff/components/status-tag.tsx';
import { useText } from '../staff/text.tsx';
import { Day } from './day.tsx';
import { Locked } from './locked.tsx';
import { TakeAlong } from './take-along.tsx';
import { type Label, look, type Opened } from './vault.ts';

const KEYS = 'runde.shortcuts.offline';

/** Work at a unit without network: take the day's list along, open it, write down what is done, send it, and it is erased. */
export function OfflineApp() {
  const { text } = useText();
  const words = text.examination.offline;
  const online = useOnline();
  const [label, setLabel] = useState<Label | 'unknown' | 'none'>('unknown');
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState('');
  const [keys, setKeys] = useState(() => localStorage.getItem(KEYS) !== 'off');
  const turnKeys = (on: boolean) => {
    localStorage.setItem(KEYS, on ? 'on' : 'off');
    setKeys(on);
  };
  const unit = new URLSearchParams(location.search).get('unit');
  const lookAgain = () => void look(Date.now()).then((found) => setLabel(found ?? 'none'));
  useEffect(() => {
    document.title = `${words.title} · ${text.shell.product}`;
    void look(Date.now()).then((found) => setLabel(found ?? 'none'));
  }, [words, text]);
  const close = (message: string) => {
    setOpened(undefined);
    setSaid(message);
    lookAgain();
  };
  return (
    <ShortcutKeys on={keys} setOn={turnKeys}>
      <main className="offline">
        <p className="no-print">
          <StatusTag tone={online ? 'success' : 'warning'}>{online ? words.online : words.noNetwork}</StatusTag>
        </p>
        <div role="status">{said && !opened ? <Paragraph>{said}</Paragraph> : null}</div>
        {opened ? (
          <Day opened={opened} online={online} said={said} onClose={close} />
        ) : label === 'unknown' ? null : label !== 'none' ? (
          <Locked
            label={label}
            onOpen={(next) => {
              setSaid('');
              setOpened(next);
            }}
            onErased={() => close('')}
          />
        ) : unit && online ? (
          <TakeAlong
            unitId={unit}
            onReady={(next, message) => {
              setSaid(message);
              setOpened(next);
            }}
          />
        ) : (
          <>
            <Heading level={1} data-size="sm">
              {words.title}
            </Heading>
            {said ? null : <Paragraph>{words.noList}</Paragraph>}
          </>
        )}
        {online ? (
          <p className="no-print">
            <Link href="/unit-day">{words.toUnitDay}</Link> · <Link href="/entries">{words.toEntries}</Link>
          </p>
        ) : null}
        <Checkbox
          className="no-print"
          label={text.shell.shortcutsOn}
          value="keys"
          checked={keys}
          onChange={(event) => turnKeys(event.currentTarget.checked)}
        />
      </main>
    </ShortcutKeys>
  );
}

/** How often it is tried whether the service can be reached. */
const TRY_MS = 10_000;

/** Whether the service answers. The browser's own word is not enough: it says yes to a network that leads nowhere. */
function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const attempt = () =>
      void call(currentSession, {}, AbortSignal.timeout(TRY_MS / 2)).then(
        () => setOnline(true),
        (error: unknown) => setOnline(error instanceof CallError && error.status > 0),
      );
    attempt();
    const timer = setInterval(attempt, TRY_MS);
    window.addEventListener('online', attempt);
    window.addEventListener('offline', attempt);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', attempt);
      window.removeEventListener('offline', attempt);
    };
  }, []);
  return online;
}
