import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { InputOf } from '#contracts/endpoint';
import { noteEquipment, type EquipmentDetail } from '#contracts/equipment';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { Choice } from '../examination/choice.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

type Kind = InputOf<typeof noteEquipment>['kind'];

/** What has happened to it, newest first, and a line to write the next. */
export function EventLog({ data }: { readonly data: EquipmentDetail }) {
  const { text, formatDate } = useText();
  const words = text.equipment;
  const may = ['physicist', 'radiographer', 'coordinator'].includes(useActor().role) && data.item.state !== 'retired';
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {words.log}
      </Heading>
      {may ? <Note data={data} /> : null}
      <ul>
        {data.events.map((event) => (
          <li key={event.eventId}>
            {`${formatDate(event.day, 'short')}: ${words.events[event.kind]}${event.note ? `. ${event.note}` : ''} (${event.by})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ data }: { readonly data: EquipmentDetail }) {
  const { text } = useText();
  const words = text.equipment;
  const { equipmentId, version, state } = data.item;
  const [kind, setKind] = useState<Kind>('note');
  const [note, setNote] = useState('');
  const send = useSend(noteEquipment);
  const toast = useToast();
  const kinds: readonly Kind[] = [
    'note',
    'service-called',
    'repaired',
    state === 'in-use' ? 'taken-out-of-use' : 'put-back',
    'retired',
  ];
  const save = () =>
    send.mutate(
      { equipmentId, version, kind, note },
      {
        onSuccess: () => {
          toast({ text: words.noted });
          setNote('');
          setKind('note');
        },
      },
    );
  return (
    <div className="stack no-print">
      <ErrorBox error={send.error} />
      <div className="filters">
        <Choice
          label={words.what}
          value={kind}
          words={words.events as Record<Kind, string>}
          only={kinds}
          onChange={setKind}
        />
        <Textfield
          data-size="sm"
          label={words.describe}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button variant="secondary" disabled={send.isPending || note.trim().length < 3} onClick={save}>
          {words.happened}
        </Button>
      </div>
    </div>
  );
}
