import { Button, Field, Fieldset, Input, Label, Radio, Textarea, Textfield } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { answerManual, type Manual } from '#contracts/manual';
import { addDocument } from '#contracts/portal';
import type { Criterion } from '#core/manual/edition';
import { type Verdict, verdicts } from '#core/manual/progress';
import { type MediaType, mediaTypes } from '#core/portal/document';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { readFile } from '../portal/save-file.ts';
import { useText } from '../text.tsx';

type Answer = Manual['criteria'][number]['answer'];

/** The centre's answer to one criterion, with evidence, and a measure when it is not fully met. */
export function AnswerForm(props: {
  readonly manual: Manual;
  readonly criterion: Criterion;
  readonly answer: Answer;
  readonly onDone: () => void;
}) {
  const { text } = useText();
  const words = text.manual;
  const { manual, criterion, answer } = props;
  const name = useId();
  const [verdict, setVerdict] = useState<Verdict>(answer?.verdict ?? 'met');
  const [account, setAccount] = useState(answer?.account ?? '');
  const [measure, setMeasure] = useState(answer?.measure?.text ?? '');
  const [dueOn, setDueOn] = useState<string>(answer?.measure?.dueOn ?? '');
  const [documents, setDocuments] = useState(answer?.documents ?? []);
  // What was seen when the form was opened: a colleague's answer after that must not be covered.
  const [seen] = useState(manual.seq);
  const send = useSend(answerManual);
  const attach = useSend(addDocument);
  const toast = useToast();
  const lacking = verdict === 'partly' || verdict === 'not-met';
  const addFile = async (file: File | undefined) => {
    if (!file) return;
    const title = `${criterion.id}: ${file.name}`;
    const content = await readFile(file);
    const mediaType = (mediaTypes.find((one) => one === file.type) ?? 'text/plain') as MediaType;
    attach.mutate(
      { kind: 'evidence', title, fileName: file.name, mediaType, content, centreId: manual.centre.id, replaces: null },
      {
        onSuccess: ({ documentId }) =>
          setDocuments((before) => [...before, { documentId, title, fileName: file.name }]),
      },
    );
  };
  const save = () =>
    send.mutate(
      {
        year: manual.year,
        centreId: manual.centre.id,
        seen,
        entry: {
          kind: 'answered',
          criterionId: criterion.id,
          verdict,
          account,
          documents: documents.map((one) => one.documentId),
          measure: lacking && measure.trim() !== '' ? { text: measure, dueOn } : null,
        },
      },
      {
        onSuccess: () => {
          toast({ text: words.saved(criterion.id) });
          props.onDone();
        },
      },
    );
  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorBox error={send.error ?? attach.error} />
      <Fieldset>
        <Fieldset.Legend>
          {words.verdict} {criterion.id}
        </Fieldset.Legend>
        {verdicts.map((one) => (
          <Radio
            key={one}
            name={name}
            value={one}
            label={words.verdicts[one]}
            checked={verdict === one}
            onChange={() => setVerdict(one)}
          />
        ))}
      </Fieldset>
      <Field>
        <Label>{words.account}</Label>
        <Textarea
          value={account}
          rows={3}
          maxLength={4000}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
      </Field>
      {lacking ? (
        <div className="filters">
          <Textfield
            label={words.measure}
            value={measure}
            maxLength={4000}
            onChange={(event) => setMeasure(event.currentTarget.value)}
          />
          <Textfield
            type="date"
            label={words.measureDue}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <Field>
        <Label>{words.attach}</Label>
        <Input
          type="file"
          accept={mediaTypes.join(',')}
          disabled={attach.isPending}
          onChange={(event) => void addFile(event.currentTarget.files?.[0])}
        />
      </Field>
      {documents.length > 0 ? (
        <ul className="plain">
          {documents.map((one) => (
            <li key={one.documentId}>{one.title}</li>
          ))}
        </ul>
      ) : null}
      <div className="page-actions">
        <Button type="submit" data-size="sm" disabled={send.isPending || attach.isPending || account.trim().length < 2}>
          {words.saveAnswer}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={props.onDone}>
          {text.common.cancel}
        </Button>
      </div>
    </form>
  );
}
