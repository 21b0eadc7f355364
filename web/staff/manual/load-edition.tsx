import { Button, Details, Field, Input, Label, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { loadEdition } from '#contracts/manual';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Loads the programme's own manual from a file. */
export function LoadEdition() {
  const { text } = useText();
  const words = text.manual;
  const [file, setFile] = useState<File>();
  const [isJson, setIsJson] = useState(true);
  const send = useSend(loadEdition);
  const toast = useToast();
  const load = async () => {
    const edition = await file
      ?.text()
      .then(JSON.parse)
      .catch(() => undefined);
    setIsJson(edition !== undefined);
    if (edition === undefined) return;
    send.mutate(
      { edition },
      { onSuccess: (kept) => toast({ text: words.loaded(kept.id, kept.version, kept.criteria) }) },
    );
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.editions}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph>{words.editionsLead}</Paragraph>
        <ErrorBox error={send.error} />
        {send.error ? <Paragraph>{send.error.what}</Paragraph> : null}
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.chooseFile}</Label>
            <Input
              type="file"
              accept="application/json,.json"
              aria-invalid={!isJson}
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
            {isJson ? null : <ValidationMessage>{words.notJson}</ValidationMessage>}
          </Field>
          <Button data-size="sm" variant="secondary" disabled={!file || send.isPending} onClick={() => void load()}>
            {words.load}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
