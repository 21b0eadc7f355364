import { Button, Details, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { callMeeting } from '#contracts/portal';
import { addDays, type Day, day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';
import { Audience } from './audience.tsx';

/** Calls a meeting, in two weeks unless another day is chosen. */
export function CallMeeting() {
  const { text } = useText();
  const words = text.portal;
  const today = day(useSession().today);
  const empty = {
    title: '',
    day: addDays(today, 14) as string,
    startsAt: '12:00',
    endsAt: '14:00',
    place: '',
    agenda: '',
    centreId: null as string | null,
  };
  const [draft, setDraft] = useState(empty);
  const send = useSend(callMeeting);
  const toast = useToast();
  const set = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }));
  const call = () =>
    send.mutate(
      { ...draft, day: draft.day as Day },
      {
        onSuccess: () => {
          toast({ text: words.called });
          setDraft(empty);
        },
      },
    );
  const complete = draft.title.trim().length >= 2 && draft.place.trim().length >= 2 && draft.day !== '';
  const field = (
    key: 'title' | 'place' | 'day' | 'startsAt' | 'endsAt',
    label: string,
    type: 'text' | 'date' | 'time',
  ) => (
    <Textfield
      data-size="sm"
      type={type}
      label={label}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <Details className="no-print">
      <Details.Summary>{words.newMeeting}</Details.Summary>
      <Details.Content className="stack">
        <ErrorBox error={send.error} />
        {field('title', words.meetingTitle, 'text')}
        <div className="filters">
          {field('day', text.common.date, 'date')}
          {field('startsAt', words.from, 'time')}
          {field('endsAt', words.to, 'time')}
        </div>
        {field('place', words.place, 'text')}
        <Field data-size="sm">
          <Label>{words.agenda}</Label>
          <Textarea rows={3} value={draft.agenda} onChange={(event) => set({ agenda: event.currentTarget.value })} />
        </Field>
        <Audience value={draft.centreId} onChange={(centreId) => set({ centreId })} />
        <div>
          <Button data-size="sm" disabled={send.isPending || !complete} onClick={call}>
            {words.call}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
