import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../staff/text.tsx';
import { erase, type Label, type Opened, open } from './vault.ts';

/** A list lies on the device: the code opens it. */
export function Locked(props: {
  readonly label: Label;
  readonly onOpen: (opened: Opened) => void;
  readonly onErased: () => void;
}) {
  const { label } = props;
  const { text } = useText();
  const words = text.examination.offline;
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const opened = await open(code);
    setBusy(false);
    if (opened) props.onOpen(opened);
    else setWrong(true);
  };
  return (
    <form className="stack" onSubmit={(event) => void unlock(event)}>
      <Heading level={1} data-size="sm">
        {words.locked}
      </Heading>
      <Paragraph>{words.lockedLead(label.unitName, label.unsent)}</Paragraph>
      {label.hasList ? null : <Paragraph>{words.expired}</Paragraph>}
      <Textfield
        autoFocus
        type="password"
        autoComplete="current-password"
        label={words.code}
        value={code}
        onChange={(event) => {
          setWrong(false);
          setCode(event.currentTarget.value);
        }}
        {...(wrong ? { error: words.wrongCode } : {})}
      />
      <div className="filters">
        <Button type="submit" disabled={busy}>
          {words.unlock}
        </Button>
        {label.unsent === 0 ? (
          <Button type="button" variant="tertiary" onClick={() => void erase().then(props.onErased)}>
            {words.erase}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
