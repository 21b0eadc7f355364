import { Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { loadSurveyForm } from '#contracts/surveys';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** Takes in a validated form from a file; what is wrong with the file is said in the server's words. */
export function LoadForm() {
  const { text } = useText();
  const words = text.surveys;
  const [file, setFile] = useState<File>();
  const send = useSend(loadSurveyForm);
  const toast = useToast();
  const load = async () => {
    if (file) send.mutate({ text: await file.text() }, { onSuccess: () => toast({ text: words.loaded }) });
  };
  return (
    <Details className="no-print">
      <Details.Summary>{words.load}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph>{words.loadHint}</Paragraph>
        <ErrorBox error={send.error} />
        {send.error?.code === 'invalid-form' ? <Paragraph lang="en">{send.error.what}</Paragraph> : null}
        <div className="filters">
          <Field data-size="sm">
            <Label>{words.loadFile}</Label>
            <Input
              type="file"
              accept="application/json,.json"
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
          </Field>
          <Button data-size="sm" variant="secondary" disabled={!file || send.isPending} onClick={() => void load()}>
            {words.load}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
