import { Button, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { followUpManual, type Manual } from '#contracts/manual';
import type { Entry } from '#core/manual/progress';
import { addDays, day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';

/** Three weeks to answer questions, unless another date is chosen. */
const DAYS_TO_ANSWER = 21;

/** What the office does with answers handed in: returns them with its questions, or accepts them. */
export function FollowUp({ manual }: { readonly manual: Manual }) {
  const { text } = useText();
  const words = text.manual;
  const today = day(useSession().today);
  const [dueOn, setDueOn] = useState<string>(addDays(today, DAYS_TO_ANSWER));
  const [reason, setReason] = useState('');
  const send = useSend(followUpManual);
  const toast = useToast();
  const write = (entry: Entry, said: string) =>
    send.mutate(
      { year: manual.year, centreId: manual.centre.id, seen: manual.seq, entry },
      { onSuccess: () => toast({ text: said }) },
    );
  const asked = manual.criteria.some((one) => one.question !== null);
  return (
    <section className="stack no-print">
      <ErrorBox error={send.error} />
      {manual.stage === 'submitted' && asked ? (
        <div className="filters">
          <Textfield
            data-size="sm"
            type="date"
            label={words.newDue}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
          <Button
            data-size="sm"
            disabled={send.isPending || dueOn === ''}
            onClick={() => write({ kind: 'returned', dueOn }, words.returned)}
          >
            {words.returnAnswers}
          </Button>
        </div>
      ) : null}
      {manual.stage === 'submitted' && !asked ? (
        <div>
          <Button disabled={send.isPending} onClick={() => write({ kind: 'accepted' }, words.accepted)}>
            {words.accept}
          </Button>
        </div>
      ) : null}
      {manual.stage === 'accepted' ? (
        <div className="filters">
          <Textfield
            data-size="sm"
            label={text.common.reason}
            value={reason}
            maxLength={4000}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            data-size="sm"
            variant="secondary"
            disabled={send.isPending || reason.trim().length < 2}
            onClick={() => write({ kind: 'reopened', reason }, words.reopened)}
          >
            {words.reopen}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
