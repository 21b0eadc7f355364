import { Button, Field, Input, Label } from '@digdir/designsystemet-react';
import { addDays, type Day } from '#core/kernel/day';
import { useText } from '../text.tsx';
import './examination.css';

/** A day with the one before and after beside it; today is no day in the address. */
export function DayField(props: {
  readonly day: Day;
  readonly today: Day;
  readonly onChange: (day: Day | undefined) => void;
}) {
  const { text } = useText();
  const { day, today, onChange } = props;
  const to = (next: Day) => onChange(next === today ? undefined : next);
  return (
    <>
      <Field>
        <Label>{text.common.day}</Label>
        <Input
          type="date"
          value={day}
          onChange={(event) => event.currentTarget.value && to(event.currentTarget.value as Day)}
        />
      </Field>
      <div className="day-steps">
        <Button variant="tertiary" onClick={() => to(addDays(day, -1))}>
          {text.examination.previousDay}
        </Button>
        <Button variant="tertiary" onClick={() => to(addDays(day, 1))}>
          {text.examination.nextDay}
        </Button>
        {day === today ? null : (
          <Button variant="tertiary" onClick={() => to(today)}>
            {text.examination.toToday}
          </Button>
        )}
      </div>
    </>
  );
}
