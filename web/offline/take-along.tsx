import { Button, Heading, Link, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useState } from 'react';
import { listUnits } from '#contracts/examination';
import { offlineList } from '#contracts/examination-entries';
import { currentSession } from '#contracts/session';
import { call, CallError } from '../staff/api.ts';
import { ErrorBox } from '../staff/components/error-box.tsx';
import { useText } from '../staff/text.tsx';
import { keepPage } from './keep-page.ts';
import { type Opened, putAway } from './vault.ts';

/** Fewer would be found by trying: the list is names and dates of birth. */
const SHORTEST_CODE = 8;

/** Fetches the day's list and puts it away on this device under a code. */
export function TakeAlong(props: {
  readonly unitId: string;
  readonly onReady: (opened: Opened, said: string) => void;
}) {
  const { text, formatTime } = useText();
  const words = text.examination.offline;
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [unitName, setUnitName] = useState(props.unitId);
  const [signedIn, setSignedIn] = useState(true);
  const [by, setBy] = useState('');
  useEffect(() => {
    void call(currentSession, {}).then(
      ({ actor }) => {
        setSignedIn(actor !== null);
        setBy(actor?.role === 'radiographer' ? actor.userId : '');
      },
      () => {},
    );
    void call(listUnits, {}).then(
      ({ units }) => setUnitName(units.find((unit) => unit.unitId === props.unitId)?.name ?? props.unitId),
      () => {},
    );
  }, [props.unitId]);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (code.length < SHORTEST_CODE) return setShort(true);
    setBusy(true);
    try {
      const list = await call(offlineList, { unitId: props.unitId });
      const expires = Date.now() + list.listHours * 3_600_000;
      const opened = await putAway(code, { ...list, by }, expires);
      const kept = await keepPage();
      const until = new Date(expires).toTimeString().slice(0, 5);
      props.onReady(opened, kept ? words.ready(list.women.length, formatTime(until)) : words.notReady);
    } catch (caught) {
      setError(caught);
      if (caught instanceof CallError && caught.status === 401) setSignedIn(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void take(event)}>
      <Heading level={1} data-size="sm">
        {words.takeTitle(unitName)}
      </Heading>
      <Paragraph>{words.takeLead}</Paragraph>
      {signedIn ? null : (
        <Paragraph>
          <Link href="/">{words.signIn}</Link>
        </Paragraph>
      )}
      <ErrorBox error={error} />
      <Textfield
        autoFocus
        type="password"
        autoComplete="new-password"
        label={words.code}
        description={words.codeHint}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        {...(short && code.length < SHORTEST_CODE ? { error: words.codeShort } : {})}
      />
      <div>
        <Button type="submit" disabled={busy || !signedIn}>
          {words.take}
        </Button>
      </div>
    </form>
  );
}
