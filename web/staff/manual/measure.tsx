import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { answerManual, type Manual } from '#contracts/manual';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Answer = NonNullable<Manual['criteria'][number]['answer']>;

/** What was promised for a criterion that is not fully met, and that it has been done. */
export function Measure(props: {
  readonly manual: Manual;
  readonly criterionId: string;
  readonly answer: Answer;
  readonly mayReport: boolean;
}) {
  const { text, formatDate } = useText();
  const words = text.manual;
  const { manual, criterionId, answer } = props;
  if (!answer.measure) return null;
  const open = manual.measures.find((one) => one.criterionId === criterionId);
  const reportable = props.mayReport && open && (manual.stage === 'submitted' || manual.stage === 'accepted');
  return (
    <>
      <Paragraph>
        {words.measureTaken}: {words.measureOf(answer.measure.text, formatDate(answer.measure.dueOn))}{' '}
        {open?.overdue ? <StatusTag tone="danger">{words.overdue}</StatusTag> : null}
        {answer.done === null ? null : (
          <>
            <StatusTag tone="success">{words.measureDone}</StatusTag> {answer.done}
          </>
        )}
      </Paragraph>
      {reportable ? <ReportDone manual={manual} criterionId={criterionId} /> : null}
    </>
  );
}

function ReportDone(props: { readonly manual: Manual; readonly criterionId: string }) {
  const { text } = useText();
  const words = text.manual;
  const { manual, criterionId } = props;
  const [account, setAccount] = useState('');
  const send = useSend(answerManual);
  const report = () =>
    send.mutate({
      year: manual.year,
      centreId: manual.centre.id,
      seen: manual.seq,
      entry: { kind: 'measure-done', criterionId, account },
    });
  return (
    <div className="filters no-print">
      <ErrorBox error={send.error} />
      <Textfield
        data-size="sm"
        label={words.doneAccount}
        value={account}
        maxLength={4000}
        onChange={(event) => setAccount(event.currentTarget.value)}
      />
      <Button
        data-size="sm"
        variant="secondary"
        disabled={send.isPending || account.trim().length < 2}
        onClick={report}
      >
        {words.reportDone}
      </Button>
    </div>
  );
}
