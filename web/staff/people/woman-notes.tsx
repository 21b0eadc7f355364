import { Button, Card, Checkbox, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { finishNote, listNotes, writeNote } from '#contracts/notes';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { Loaded } from '../components/loaded.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Notes about her, newest first, and a new one; one that somebody must follow up stands on the centre's list. */
export function WomanNotes({ personId }: { readonly personId: string }) {
  const { text, formatDate } = useText();
  const words = text.office.notes;
  const notes = useLoad(listNotes, { personId });
  const [written, setWritten] = useState('');
  const [handover, setHandover] = useState(false);
  const write = useSend(writeNote);
  const finish = useSend(finishNote);
  const toast = useToast();
  const save = () =>
    write.mutate(
      { personId, words: written, handover },
      {
        onSuccess: () => {
          setWritten('');
          setHandover(false);
          toast({ text: words.saved });
        },
      },
    );
  return (
    <Card className="stack">
      <Heading level={2} data-size="2xs">
        {words.title}
      </Heading>
      <Loaded query={notes}>
        {(data) => (
          <>
            {data.notes.length === 0 ? <Paragraph data-size="sm">{words.none}</Paragraph> : null}
            {data.notes.map((note) => (
              <div key={note.noteId}>
                <Paragraph>
                  {note.words}{' '}
                  {note.handover && !note.doneOn ? <StatusTag tone="warning">{words.open}</StatusTag> : null}
                </Paragraph>
                <Paragraph data-size="sm">
                  {words.by(note.by, formatDate(note.writtenOn))}
                  {note.doneOn ? ` · ${words.doneBy(note.doneBy ?? '', formatDate(note.doneOn))}` : ''}
                </Paragraph>
                {note.handover && !note.doneOn ? (
                  <Button
                    className="no-print"
                    data-size="sm"
                    variant="secondary"
                    disabled={finish.isPending}
                    aria-label={words.doneFor(note.words)}
                    onClick={() => finish.mutate({ personId, noteId: note.noteId })}
                  >
                    {words.done}
                  </Button>
                ) : null}
              </div>
            ))}
          </>
        )}
      </Loaded>
      <ErrorBox error={write.error ?? finish.error} />
      <div className="stack no-print">
        <Textfield
          multiline
          rows={2}
          data-size="sm"
          label={words.write}
          description={words.lead}
          maxLength={1000}
          value={written}
          onChange={({ currentTarget: { value } }) => setWritten(value)}
        />
        <Checkbox
          data-size="sm"
          label={words.handover}
          checked={handover}
          onChange={({ currentTarget: { checked } }) => setHandover(checked)}
        />
        <div>
          <Button
            data-size="sm"
            variant="secondary"
            disabled={write.isPending || written.trim().length < 2}
            onClick={save}
          >
            {words.save}
          </Button>
        </div>
      </div>
    </Card>
  );
}
