import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { openManualYear } from '#contracts/manual';
import { addDays, civil, type Day, day } from '#core/kernel/day';
import { useSend } from '../api.ts';
import { ErrorBox } from '../components/error-box.tsx';
import { useToast } from '../components/toast.tsx';
import { useSession } from '../session.tsx';
import { useText } from '../text.tsx';

/** Two months to answer in, unless another date is chosen. */
const DAYS_TO_ANSWER = 60;

/** Asks all centres to answer the manual for a year; the year gone is suggested. */
export function OpenYear() {
  const { text } = useText();
  const words = text.manual;
  const today = day(useSession().today);
  const [year, setYear] = useState(String(civil(today).year - 1));
  const [dueOn, setDueOn] = useState<string>(addDays(today, DAYS_TO_ANSWER));
  const send = useSend(openManualYear);
  const toast = useToast();
  const open = () =>
    send.mutate(
      { year: Number(year), dueOn: dueOn as Day },
      { onSuccess: (opened) => toast({ text: words.yearOpened(opened.year) }) },
    );
  return (
    <Details className="no-print">
      <Details.Summary>{words.openYear}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph>{words.openYearLead}</Paragraph>
        <ErrorBox error={send.error} />
        <div className="filters">
          <Textfield
            data-size="sm"
            label={words.year}
            inputMode="numeric"
            value={year}
            onChange={(event) => setYear(event.currentTarget.value)}
          />
          <Textfield
            data-size="sm"
            type="date"
            label={words.dueOn}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
          <Button
            data-size="sm"
            variant="secondary"
            disabled={send.isPending || !/^\d{4}$/.test(year) || dueOn === ''}
            onClick={open}
          >
            {words.ask}
          </Button>
        </div>
      </Details.Content>
    </Details>
  );
}
