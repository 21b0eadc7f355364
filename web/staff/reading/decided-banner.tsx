import { Button } from '@digdir/designsystemet-react';
import { takeBackConsensus } from '#contracts/reading';
import { useSend } from '../api.ts';
import { clock } from '../components/clock.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useShortcuts } from '../components/shortcuts.tsx';
import { useToast } from '../components/toast.tsx';
import { useText } from '../text.tsx';
import type { Decided } from './consensus-form.tsx';

/** What was just decided, and the way back while it is not final. */
export function DecidedBanner({ last, onBack }: { readonly last: Decided; readonly onBack: () => void }) {
  const { text, formatDate, formatTime } = useText();
  const toast = useToast();
  const send = useSend(takeBackConsensus);
  const { personId, caseId, step, woman, examination } = last.shown;
  const back = () => {
    if (send.isPending) return;
    send.mutate(
      { personId, caseId, step },
      {
        onSuccess: () => {
          toast({ text: text.reading.decisionTakenBack });
          onBack();
        },
      },
    );
  };
  useShortcuts([{ key: 'b', label: text.reading.takeDecisionBack, run: back }]);
  return (
    <>
      <div className="recorded" data-color="success">
        <p>
          <strong>{text.reading.decided[last.draft.decision]}</strong>{' '}
          {text.reading.recordedAt(formatDate(examination.day), woman.age)}{' '}
          {text.reading.decidedWhen(formatTime(clock(new Date(last.frozenFrom))))}
        </p>
        <Button variant="secondary" data-size="sm" onClick={back} aria-disabled={send.isPending}>
          {text.reading.takeDecisionBack} <kbd>B</kbd>
        </Button>
      </div>
      <ErrorBox error={send.error} />
    </>
  );
}
