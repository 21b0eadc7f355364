import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { type currentMeeting, openMeeting } from '#contracts/consensus-meeting';
import type { OutputOf } from '#contracts/endpoint';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

export type Current = OutputOf<typeof currentMeeting>;

/** Who sits together, chosen once a meeting. */
export function StartMeeting({ current }: { readonly current: Current }) {
  const { text } = useText();
  const words = text.reading.meeting;
  const { userId } = useActor();
  const send = useSend(openMeeting);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fault, setFault] = useState('');
  const others = current.radiologists.filter((one) => one.id !== userId);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const start = () => {
    const count = chosen.length + 1;
    const wrong = count < current.min || count > current.max ? words.chooseMembers(current.min, current.max) : '';
    setFault(wrong);
    if (!wrong && !send.isPending) send.mutate({ members: [...chosen] });
  };
  useShortcuts([
    ...others.slice(0, 9).map((other, i) => ({
      key: String(i + 1),
      label: text.reading.toggleMember(other.name),
      run: () => (other.busy ? undefined : toggle(other.id)),
    })),
    { key: 'm', label: words.start, run: start },
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start();
  };
  return (
    <form className="meeting-form no-print" onSubmit={submit} aria-labelledby="start-meeting">
      <Heading level={2} data-size="2xs" id="start-meeting">
        {words.startTitle}
      </Heading>
      <Paragraph>{words.startLead(current.min - 1, current.max - 1)}</Paragraph>
      <fieldset className="choices">
        <legend className="visually-hidden">{words.present}</legend>
        {others.map((other, i) => (
          <label key={other.id} data-chosen={chosen.includes(other.id)}>
            <input
              type="checkbox"
              disabled={other.busy}
              checked={chosen.includes(other.id)}
              onChange={() => toggle(other.id)}
            />
            <span>
              {other.name}
              {other.busy ? ` (${words.busy})` : ''}
            </span>
            {i < 9 ? <kbd aria-hidden>{i + 1}</kbd> : null}
          </label>
        ))}
      </fieldset>
      <p className="fault" role="alert">
        {fault}
      </p>
      <ErrorBox error={send.error} />
      <Button type="submit" aria-disabled={send.isPending}>
        {words.start} <kbd>M</kbd>
      </Button>
    </form>
  );
}
