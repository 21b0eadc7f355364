import { Alert, Button, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { sendEntries } from '#contracts/examination-entries';
import { call, CallError } from '../staff/api.ts';
import { useText } from '../staff/text.tsx';
import { afterAnswer, entriesOf, type Journal } from './journal.ts';

/** Sends what has been written down. An answer that is lost does no harm: the same entries are sent again. */
export function Send(props: {
  readonly journal: Journal;
  readonly online: boolean;
  readonly onSent: (after: (journal: Journal) => Journal, said: string) => void;
}) {
  const { journal } = props;
  const { text } = useText();
  const words = text.examination.offline;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  if (journal.length === 0) return null;
  if (!props.online) return <Paragraph>{words.sendLater(journal.length)}</Paragraph>;
  const send = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      const { results } = await call(sendEntries, { entries: [...entriesOf(journal)] });
      const count = (...states: string[]) => results.filter((result) => states.includes(result.state)).length;
      const said = words.result(count('recorded', 'nothing-new', 'set-aside'), count('conflict'), count('refused'));
      props.onSent((now) => afterAnswer(now, results), said);
    } catch (caught) {
      setFault(caught instanceof CallError && caught.status === 401 ? words.sendSignIn : words.sendFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      {fault ? (
        <Alert data-color="danger" role="alert">
          <Paragraph>{fault}</Paragraph>
          <Link href="/" target="_blank">
            {text.shell.product}
          </Link>
        </Alert>
      ) : null}
      <div>
        <Button disabled={busy} onClick={() => void send()}>
          {words.send(journal.length)}
        </Button>
      </div>
    </div>
  );
}
