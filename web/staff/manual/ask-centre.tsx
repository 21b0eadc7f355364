import { Button, Details, Field, Label, Textarea } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { followUpManual, type Manual } from '#contracts/manual';
import type { Criterion } from '#core/manual/edition';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';

/** The office's question about one criterion; it goes to the centre when the answers are returned. */
export function AskCentre(props: { readonly manual: Manual; readonly criterion: Criterion }) {
  const { text } = useText();
  const words = text.manual;
  const { manual, criterion } = props;
  const [question, setQuestion] = useState('');
  const send = useSend(followUpManual);
  const toast = useToast();
  const ask = () =>
    send.mutate(
      {
        year: manual.year,
        centreId: manual.centre.id,
        seen: manual.seq,
        entry: { kind: 'asked', criterionId: criterion.id, question },
      },
      {
        onSuccess: () => {
          toast({ text: words.questionSent(criterion.id) });
          setQuestion('');
        },
      },
    );
  return (
    <Details className="no-print" data-size="sm">
      <Details.Summary>
        {words.askCentre}
        <span className="visually-hidden"> {criterion.id}</span>
      </Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        <Field data-size="sm">
          <Label>{words.question}</Label>
          <Textarea
            value={question}
            rows={2}
            maxLength={4000}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
        </Field>
        <div>
          <Button
            data-size="sm"
            variant="secondary"
            disabled={send.isPending || question.trim().length < 2}
            onClick={ask}
          >
            {text.common.save}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
