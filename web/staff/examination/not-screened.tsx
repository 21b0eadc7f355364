import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { recordNotScreened } from '#contracts/examination';
import type { NotScreenedReason } from '#core/examination/result';
import type { Day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import { Choice } from './choice.tsx';

/** She came, but no images were taken: one reason, and what follows from it. */
export function NotScreened(props: {
  readonly woman: { readonly personId: string; readonly appointmentId: string; readonly version: number };
  readonly today: Day;
  readonly onDone: () => void;
}) {
  const { text, formatDate, formatTime } = useText();
  const words = text.examination;
  const [reason, setReason] = useState<NotScreenedReason | null>(null);
  const [lastMammogram, setLastMammogram] = useState<Day>();
  const send = useSend(recordNotScreened);
  const toast = useToast();
  const { personId, appointmentId, version } = props.woman;
  const save = () => {
    if (reason === null) return;
    send.mutate(
      {
        personId,
        appointmentId,
        version,
        reason,
        ...(reason === 'recent-mammogram' && lastMammogram ? { lastMammogram } : {}),
      },
      {
        onSuccess: ({ next, newTime }) => {
          const time = newTime ? ` ${words.newTime(formatDate(newTime.day), formatTime(newTime.at))}` : '';
          toast({ text: `${words.notScreenedSaved[next]}${time}` });
          props.onDone();
        },
      },
    );
  };
  return (
    <Details>
      <Details.Summary>{words.notScreened}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>{words.notScreenedLead}</Paragraph>
          <ErrorBox error={send.error} />
          <div className="filters">
            <Choice label={text.common.reason} value={reason} words={words.notScreenedReasons} onChange={setReason} />
            {reason === 'recent-mammogram' ? (
              <Textfield
                type="date"
                data-size="sm"
                label={words.whenTaken}
                max={props.today}
                value={lastMammogram ?? ''}
                onChange={(event) => setLastMammogram((event.currentTarget.value || undefined) as Day | undefined)}
              />
            ) : null}
            <Button variant="secondary" disabled={send.isPending || reason === null} onClick={save}>
              {text.common.save}
            </Button>
          </div>
        </div>
      </Details.Content>
    </Details>
  );
}
