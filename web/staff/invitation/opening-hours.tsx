import { Button, Details, Input, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { setOpeningHours, type UnitCalendar } from '#contracts/invitation';
import type { Hours } from '#core/invitation/opening';
import { ErrorBox } from '../components/error-box.tsx';
import { useText } from '../text.tsx';
import { RebookingResult } from './rebooking-result.tsx';
import { useRebooking } from './use-rebooking.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual: Omit<Hours, 'weekday'> = { opensAt: '08:30', closesAt: '15:00', slotMinutes: 10, places: 1 };

/** The unit's weekly hours as a table to fill in; an unticked weekday is shut. */
export function OpeningHours(props: {
  readonly unit: UnitCalendar['unit'];
  readonly units: ReadonlyMap<string, string>;
}) {
  const { unit } = props;
  const { text } = useText();
  const words = text.invitation;
  const [hours, setHours] = useState<readonly Hours[]>(unit.hours);
  const save = useRebooking(setOpeningHours);
  const input = { unitId: unit.id, hours };
  const change = (weekday: number, part: Partial<Hours> | null) => {
    save.forget();
    const others = hours.filter((each) => each.weekday !== weekday);
    const before = hours.find((each) => each.weekday === weekday) ?? { ...usual, weekday };
    setHours(part === null ? others : [...others, { ...before, ...part }]);
  };
  return (
    <section className="no-print">
      <Details>
        <Details.Summary>{words.hours}</Details.Summary>
        <Details.Content>
          <Paragraph>{words.hoursLead}</Paragraph>
          <ErrorBox error={save.error} />
          <Table data-size="sm">
            <caption className="visually-hidden">{words.hours}</caption>
            <Table.Head>
              <Table.Row>
                {[text.common.day, words.open, words.opens, words.closes, words.minutes, words.atOnce].map((header) => (
                  <Table.HeaderCell key={header}>{header}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {weekdays.map((weekday) => (
                <HoursRow
                  key={weekday}
                  name={words.weekdays[weekday - 1] ?? ''}
                  hours={hours.find((each) => each.weekday === weekday)}
                  onChange={(part) => change(weekday, part)}
                />
              ))}
            </Table.Body>
          </Table>
          <Button data-size="sm" variant="secondary" disabled={save.busy} onClick={() => save.tryOut(input)}>
            {text.office.rebooking.dryRun}
          </Button>
          {save.shown ? (
            <RebookingResult
              result={save.shown}
              units={props.units}
              busy={save.busy}
              onCarryOut={() => save.carryOut(input)}
            />
          ) : null}
        </Details.Content>
      </Details>
    </section>
  );
}

function HoursRow(props: {
  readonly name: string;
  readonly hours: Hours | undefined;
  readonly onChange: (part: Partial<Hours> | null) => void;
}) {
  const { text } = useText();
  const words = text.invitation;
  const { name, hours, onChange } = props;
  return (
    <Table.Row>
      <th scope="row">{name}</th>
      <Table.Cell>
        <Input
          type="checkbox"
          aria-label={words.hourOf(name, words.open)}
          checked={hours !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? {} : null)}
        />
      </Table.Cell>
      {(['opensAt', 'closesAt'] as const).map((key) => (
        <Table.Cell key={key}>
          <Input
            type="time"
            aria-label={words.hourOf(name, key === 'opensAt' ? words.opens : words.closes)}
            disabled={!hours}
            value={hours?.[key] ?? ''}
            onChange={(event) => onChange({ [key]: event.currentTarget.value })}
          />
        </Table.Cell>
      ))}
      {(['slotMinutes', 'places'] as const).map((key) => (
        <Table.Cell key={key}>
          <Input
            type="number"
            min={key === 'places' ? 1 : 3}
            max={key === 'places' ? 20 : 60}
            aria-label={words.hourOf(name, key === 'slotMinutes' ? words.minutes : words.atOnce)}
            disabled={!hours}
            value={hours?.[key] ?? ''}
            onChange={(event) => onChange({ [key]: Number(event.currentTarget.value) })}
          />
        </Table.Cell>
      ))}
    </Table.Row>
  );
}
