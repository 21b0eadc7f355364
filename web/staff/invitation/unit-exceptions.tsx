import type { UnitCalendar } from '#contracts/invitation';
import {
  Button,
  Checkbox,
  Details,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import { setUnitDays } from '#contracts/units';
import { daysOf } from '#core/invitation/repeat-days';
import { addDays, type Day } from '#core/kernel/day';
import { ErrorBox } from '../components/error-box.tsx';
import { useText } from '../text.tsx';
import { RebookingResult } from './rebooking-result.tsx';
import { useRebooking } from './use-rebooking.ts';

const kinds = ['closed', 'special', 'blocked', 'ordinary'] as const;
type Kind = (typeof kinds)[number];
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** Single days, or days by a pattern: shut, other hours, a blocked part, or back to the week; with what follows from it. */
export function UnitExceptions(props: {
  readonly unit: UnitCalendar['unit'];
  readonly today: Day;
  readonly units: ReadonlyMap<string, string>;
}) {
  const { text, formatNumber } = useText();
  const words = text.office.days;
  const tomorrow = addDays(props.today, 1);
  const [kind, setKind] = useState<Kind>('closed');
  const [pattern, setPattern] = useState({
    from: tomorrow,
    to: tomorrow,
    weekdays: [1, 2, 3, 4, 5] as number[],
    everyWeeks: 1,
  });
  const [hours, setHours] = useState({ opensAt: '16:00', closesAt: '19:00', slotMinutes: 10, places: 1 });
  const [block, setBlock] = useState({ from: '11:00', to: '11:30' });
  const [reason, setReason] = useState('');
  const days = useRebooking(setUnitDays);
  const count = daysOf(pattern).filter((day) => day > props.today).length;
  const input = {
    unitId: props.unit.id,
    pattern,
    change:
      kind === 'special'
        ? { kind, ...hours, reason }
        : kind === 'blocked'
          ? { kind, ...block, reason }
          : kind === 'closed'
            ? { kind, reason }
            : { kind },
  };
  const change = (set: () => void) => {
    days.forget();
    set();
  };
  return (
    <section className="no-print">
      <Details>
        <Details.Summary>{words.title}</Details.Summary>
        <Details.Content>
          <Paragraph>{words.lead}</Paragraph>
          <ErrorBox error={days.error} />
          <div className="filters">
            <Field data-size="sm">
              <Label>{words.kind}</Label>
              <Select value={kind} onChange={({ currentTarget: { value } }) => change(() => setKind(value as Kind))}>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {words.kinds[one]}
                  </option>
                ))}
              </Select>
            </Field>
            {(['from', 'to'] as const).map((end) => (
              <Textfield
                key={end}
                type="date"
                data-size="sm"
                label={words[end]}
                min={tomorrow}
                value={pattern[end]}
                onChange={({ currentTarget: { value } }) =>
                  change(() => setPattern(withEnd(pattern, end, (value || tomorrow) as Day)))
                }
              />
            ))}
            <Field data-size="sm">
              <Label>{words.every}</Label>
              <Select
                value={pattern.everyWeeks}
                onChange={({ currentTarget: { value } }) =>
                  change(() => setPattern({ ...pattern, everyWeeks: Number(value) }))
                }
              >
                {[1, 2, 3, 4].map((n) => (
                  <option key={n} value={n}>
                    {words.everyWeek(n)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Fieldset data-size="sm">
            <Fieldset.Legend>{words.weekdays}</Fieldset.Legend>
            <div className="weekday-boxes">
              {week.map((day) => (
                <Checkbox
                  key={day}
                  data-size="sm"
                  label={text.invitation.weekdays[day - 1] ?? ''}
                  checked={pattern.weekdays.includes(day)}
                  onChange={({ currentTarget: { checked } }) =>
                    change(() =>
                      setPattern({
                        ...pattern,
                        weekdays: checked ? [...pattern.weekdays, day] : pattern.weekdays.filter((one) => one !== day),
                      }),
                    )
                  }
                />
              ))}
            </div>
          </Fieldset>
          <div className="filters">
            {kind === 'special'
              ? (['opensAt', 'closesAt'] as const).map((end) => (
                  <Textfield
                    key={end}
                    type="time"
                    data-size="sm"
                    label={end === 'opensAt' ? text.invitation.opens : text.invitation.closes}
                    value={hours[end]}
                    onChange={({ currentTarget: { value } }) => change(() => setHours({ ...hours, [end]: value }))}
                  />
                ))
              : null}
            {kind === 'special'
              ? (['slotMinutes', 'places'] as const).map((one) => (
                  <Textfield
                    key={one}
                    type="number"
                    data-size="sm"
                    label={one === 'slotMinutes' ? text.invitation.minutes : text.invitation.atOnce}
                    value={hours[one]}
                    onChange={({ currentTarget: { value } }) =>
                      change(() => setHours({ ...hours, [one]: Number(value) }))
                    }
                  />
                ))
              : null}
            {kind === 'blocked'
              ? (['from', 'to'] as const).map((end) => (
                  <Textfield
                    key={end}
                    type="time"
                    data-size="sm"
                    label={end === 'from' ? words.blockFrom : words.blockTo}
                    value={block[end]}
                    onChange={({ currentTarget: { value } }) => change(() => setBlock({ ...block, [end]: value }))}
                  />
                ))
              : null}
            {kind === 'ordinary' ? null : (
              <Textfield
                data-size="sm"
                label={text.common.reason}
                value={reason}
                maxLength={200}
                onChange={({ currentTarget: { value } }) => change(() => setReason(value))}
              />
            )}
            <Button
              data-size="sm"
              variant="secondary"
              disabled={days.busy || count === 0 || (kind !== 'ordinary' && reason.trim().length < 2)}
              onClick={() => days.tryOut(input)}
            >
              {text.office.rebooking.dryRun}
            </Button>
            <Paragraph data-size="sm">{words.pattern(formatNumber(count))}</Paragraph>
          </div>
          {days.shown ? (
            <RebookingResult
              result={days.shown}
              units={props.units}
              busy={days.busy}
              onCarryOut={() => days.carryOut(input, () => setReason(''))}
            />
          ) : null}
        </Details.Content>
      </Details>
    </section>
  );
}

/** The pattern with another end; the other end follows, so that it never ends before it begins. */
function withEnd<Pattern extends { readonly from: Day; readonly to: Day }>(
  pattern: Pattern,
  end: 'from' | 'to',
  day: Day,
): Pattern {
  const moved = { ...pattern, [end]: day };
  if (moved.from <= moved.to) return moved;
  return { ...moved, from: day, to: day };
}
