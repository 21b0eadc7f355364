import { Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { listUnits, unitCalendar, type UnitCalendar } from '#contracts/invitation';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import './invitation.css';
import { OpeningHours } from './opening-hours.tsx';
import { PauseUnit } from './pause-unit.tsx';
import { Rebookings } from './rebookings.tsx';
import { unitsSearch } from './search.ts';
import { StepFree } from './step-free.tsx';
import { UnitDays } from './unit-days.tsx';
import { UnitExceptions } from './unit-exceptions.tsx';

/** One unit's weeks, its pause and its opening hours. */
export default function UnitsPage() {
  const { text } = useText();
  const words = text.invitation;
  const [{ unit, from }, setFilter] = useAddress(unitsSearch);
  const units = useLoad(listUnits, {});
  const chosen = unit ?? units.data?.units[0]?.id ?? '';
  const names = new Map(units.data?.units.map((one) => [one.id, one.name]));
  const calendar = useLoad(
    unitCalendar,
    { unitId: chosen, ...(from ? { from } : {}) },
    { enabled: chosen !== '', keep: true },
  );
  return (
    <>
      <PageHeading title={words.units} lead={words.unitsLead} />
      <Loaded query={units}>
        {(list) => (
          <div className="filters no-print">
            <Field data-size="sm">
              <Label>{text.common.unit}</Label>
              <Select value={chosen} onChange={(event) => setFilter({ unit: event.currentTarget.value })}>
                {list.units.map((one) => (
                  <option key={one.id} value={one.id}>
                    {`${one.name} (${words.kinds[one.kind].toLowerCase()})`}
                  </option>
                ))}
              </Select>
            </Field>
            <Textfield
              type="date"
              data-size="sm"
              label={words.fromWeek}
              value={from ?? calendar.data?.days[0]?.day ?? ''}
              onChange={(event) => setFilter({ from: (event.currentTarget.value || undefined) as Day | undefined })}
            />
          </div>
        )}
      </Loaded>
      {chosen === '' ? null : (
        <Loaded query={calendar}>{(data) => <OneUnit key={data.unit.id} data={data} units={names} />}</Loaded>
      )}
    </>
  );
}

function OneUnit({ data, units }: { readonly data: UnitCalendar; readonly units: ReadonlyMap<string, string> }) {
  const { text, formatDate } = useText();
  const { unit } = data;
  return (
    <>
      {unit.pausedOn ? (
        <Paragraph>
          <StatusTag tone="warning">
            {text.invitation.unitPaused(formatDate(unit.pausedOn), unit.pauseReason ?? '')}
          </StatusTag>
        </Paragraph>
      ) : null}
      <div className="unit-actions">
        <PauseUnit unit={unit} today={data.today} units={units} />
        <UnitExceptions unit={unit} today={data.today} units={units} />
        <OpeningHours unit={unit} units={units} />
        <StepFree unit={unit} />
      </div>
      <section>
        <UnitDays data={data} />
      </section>
      <Rebookings unitId={unit.id} />
    </>
  );
}
