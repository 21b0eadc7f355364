import { Button, Card, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { handleMessage, type ShownMessage } from '#contracts/messaging';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** A message that no way delivered: what a person did about it takes it off the list. */
export function HandleMessage({ message }: { readonly message: ShownMessage }) {
  const { text } = useText();
  const words = text.messaging;
  const [note, setNote] = useState('');
  const send = useSend(handleMessage);
  const toast = useToast();
  const handle = (how: 'told' | 'not-needed') =>
    send.mutate(
      { personId: message.personId, messageId: message.messageId, how, note },
      { onSuccess: () => toast({ text: words.handled }) },
    );
  const ready = note.trim() !== '' && !send.isPending;
  return (
    <Card data-color="warning" className="stack">
      <Heading level={2} data-size="xs">
        {words.handleTitle}
      </Heading>
      <Paragraph>{words.handleLead}</Paragraph>
      <ErrorBox error={send.error} />
      <Textfield label={words.note} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      <div className="page-actions">
        <Button disabled={!ready} onClick={() => handle('told')}>
          {words.told}
        </Button>
        <Button variant="secondary" disabled={!ready} onClick={() => handle('not-needed')}>
          {words.notNeeded}
        </Button>
      </div>
    </Card>
  );
}
