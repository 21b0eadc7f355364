import { Button, Checkbox, Details, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { publishNews } from '#contracts/portal';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { Audience } from './audience.tsx';

const empty = { title: '', body: '', centreId: null as string | null, mustRead: false };

/** The office's news to all centres or to one. */
export function PublishNews() {
  const { text } = useText();
  const words = text.portal;
  const [draft, setDraft] = useState(empty);
  const send = useSend(publishNews);
  const toast = useToast();
  const set = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }));
  const publish = () =>
    send.mutate(draft, {
      onSuccess: () => {
        toast({ text: words.publishedNow });
        setDraft(empty);
      },
    });
  return (
    <Details className="no-print">
      <Details.Summary>{words.newNews}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <Textfield
          data-size="sm"
          label={words.newsTitle}
          value={draft.title}
          maxLength={200}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Field data-size="sm">
          <Label>{words.body}</Label>
          <Textarea
            rows={5}
            value={draft.body}
            maxLength={20_000}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
        </Field>
        <Audience value={draft.centreId} onChange={(centreId) => set({ centreId })} />
        <Checkbox
          data-size="sm"
          label={words.mustReadLong}
          checked={draft.mustRead}
          onChange={(event) => set({ mustRead: event.currentTarget.checked })}
        />
        <div>
          <Button
            data-size="sm"
            disabled={send.isPending || draft.title.trim().length < 2 || draft.body.trim().length < 2}
            onClick={publish}
          >
            {words.publish}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
