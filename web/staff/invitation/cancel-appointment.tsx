import { Button, Details, Fieldset, Radio } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { cancelAppointment, undoCancelling, type WomanAppointment } from '#contracts/invitation';
import { type CancelReason, cancelReasons } from '#core/invitation/appointment';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useUndo } from '../components/use-undo.ts';
import { useText } from '../text.tsx';

/** Cancels her appointment; each reason says what follows from it. */
export function CancelAppointment({ appointment }: { readonly appointment: WomanAppointment }) {
  const { text } = useText();
  const words = text.invitation;
  const [reason, setReason] = useState<CancelReason>('later');
  const send = useSend(cancelAppointment);
  const toast = useToast();
  const { personId, appointmentId, version } = appointment;
  const undo = useUndo(undoCancelling, ({ corrected }) => words.cancellingUndone(corrected));
  const cancel = () =>
    send.mutate(
      { personId, appointmentId, version, reason },
      {
        onSuccess: (now) =>
          toast({ text: words.cancelled, undo: () => undo({ personId, appointmentId, version: now.version }) }),
      },
    );
  return (
    <Details>
      <Details.Summary>{words.cancelTitle}</Details.Summary>
      <Details.Content>
        <ErrorBox error={send.error} />
        <Fieldset data-size="sm">
          <Fieldset.Legend>{text.common.reason}</Fieldset.Legend>
          {cancelReasons.map((each) => (
            <Radio
              key={each}
              name="cancel-reason"
              label={words.cancelReasons[each]}
              value={each}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
          ))}
        </Fieldset>
        <Button data-size="sm" variant="secondary" disabled={send.isPending} onClick={cancel}>
          {words.cancelDo}
        </Button>
      </Details.Content>
    </Details>
  );
}
