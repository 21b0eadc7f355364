import { Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import {
  bookAssessment,
  cancelAssessment,
  closeWithoutAssessment,
  freeTimes,
  moveAssessment,
  type Worksheet,
} from '#contracts/assessment';
import { useLoad, useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';

/** Her time, and for the coordinator what can be done with it: book, move, cancel, or close without assessment. */
export function AssessmentTime({ sheet }: { readonly sheet: Worksheet }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.assessment;
  const { appointment } = sheet;
  const coordinator =
    useActor().role === 'coordinator' && sheet.state === 'assessment' && sheet.assessments.length === 0;
  return (
    <div className="stack">
      <Paragraph>
        {appointment
          ? `${formatDate(appointment.day, 'weekday')}, ${formatTime(appointment.at)} · ${words.status[appointment.status]}`
          : words.noAppointment}
      </Paragraph>
      {coordinator ? <Changes sheet={sheet} /> : null}
    </div>
  );
}

function Changes({ sheet }: { readonly sheet: Worksheet }) {
  const { text, formatDate, formatTime } = useText();
  const words = text.assessment;
  const times = useLoad(freeTimes, { centreId: sheet.centreId });
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState('');
  const book = useSend(bookAssessment);
  const move = useSend(moveAssessment);
  const cancel = useSend(cancelAssessment);
  const close = useSend(closeWithoutAssessment);
  const toast = useToast();
  const { personId, episodeId, name } = sheet;
  const booked = sheet.appointment?.status === 'booked' ? sheet.appointment : undefined;
  const time = times.data?.times[chosen];
  const setTime = () => {
    if (!time) return;
    const said = (tell: (day: string, at: string) => string) => ({
      onSuccess: (given: { day: string; at: string }) =>
        toast({ text: tell(formatDate(given.day), formatTime(given.at)) }),
    });
    if (booked)
      move.mutate({ personId, appointmentId: booked.appointmentId, version: booked.version, time }, said(words.moved));
    else
      book.mutate(
        { personId, episodeId, time },
        said((day, at) => words.booked(name, day, at)),
      );
  };
  const end = () => {
    if (booked) {
      const key = { personId, appointmentId: booked.appointmentId, version: booked.version };
      cancel.mutate({ ...key, reason }, { onSuccess: () => toast({ text: words.cancelled }) });
    } else close.mutate({ personId, episodeId, reason }, { onSuccess: () => toast({ text: words.closed }) });
    setReason('');
  };
  const busy = book.isPending || move.isPending || cancel.isPending || close.isPending;
  return (
    <div className="no-print">
      <ErrorBox error={book.error ?? move.error ?? cancel.error ?? close.error} />
      <div className="filters">
        <Field data-size="sm">
          <Label>{words.chooseTime}</Label>
          <Select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {(times.data?.times ?? []).map((one, i) => (
              <option key={`${one.day} ${one.at}`} value={i}>
                {`${formatDate(one.day, 'weekday')}, ${formatTime(one.at)}`}
              </option>
            ))}
          </Select>
        </Field>
        <Button data-size="sm" disabled={busy || !time} onClick={setTime}>
          {booked ? words.move : words.book}
        </Button>
      </div>
      <div className="filters">
        <Textfield
          data-size="sm"
          label={booked ? words.cancelReason : words.closeReason}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button data-size="sm" variant="secondary" disabled={busy || reason.trim() === ''} onClick={end}>
          {booked ? words.cancelTime : words.closeWithout}
        </Button>
      </div>
    </div>
  );
}
