import { Field, Label, Select } from '@digdir/designsystemet-react';
import { listUnits, unitDay } from '#contracts/examination';
import type { OutputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text.tsx';
import { DayField } from './day-field.tsx';
import { standingOf, UnitDayList } from './unit-day-list.tsx';
import { type StatusFilter, statusFilters, unitDaySearch } from './unit-day-search.ts';

/** The women of a unit on a day: who is expected, who is here, who is done. */
export default function UnitDayPage() {
  const { text } = useText();
  const [filter, setFilter] = useAddress(unitDaySearch);
  const units = useLoad(listUnits, {}, { keep: true });
  return (
    <Loaded query={units}>
      {(data) => {
        const unitId = filter.unit ?? firstUnit(data.units);
        if (!unitId) return <PageHeading title={text.examination.unitDay} lead={text.examination.noUnits} />;
        return <UnitDay units={data.units} unitId={unitId} filter={filter} setFilter={setFilter} />;
      }}
    </Loaded>
  );
}

type Units = OutputOf<typeof listUnits>['units'];
type Filter = { readonly day?: Day | undefined; readonly show: StatusFilter };

/** The unit with women booked today, else the first one. */
function firstUnit(units: Units): string | undefined {
  return (units.find((unit) => unit.booked > 0) ?? units[0])?.unitId;
}

function UnitDay(props: {
  readonly units: Units;
  readonly unitId: string;
  readonly filter: Filter;
  readonly setFilter: (change: { unit?: string; day?: Day | undefined; show?: StatusFilter }) => void;
}) {
  const { unitId, filter, setFilter } = props;
  const { text, formatDate } = useText();
  const list = useLoad(unitDay, { unitId, day: filter.day }, { keep: true });
  return (
    <Loaded query={list}>
      {(data) => {
        const count = (standing: StatusFilter) => data.rows.filter((row) => standingOf(row.status) === standing).length;
        const counts = text.examination.counts(count('expected'), count('here'), count('done'));
        const rows = data.rows.filter((row) => filter.show === 'all' || standingOf(row.status) === filter.show);
        const note = `${data.unitName}, ${formatDate(data.day, 'weekday')}`;
        return (
          <>
            <PageHeading
              title={text.examination.unitDayOf(data.unitName)}
              lead={`${formatDate(data.day, 'weekday')} · ${counts}`}
            />
            <div className="filters no-print">
              <UnitField units={props.units} unitId={unitId} onChange={(unit) => setFilter({ unit })} />
              <DayField day={data.day} today={data.today} onChange={(day) => setFilter({ day })} />
              <ShowField show={filter.show} onChange={(show) => setFilter({ show })} />
            </div>
            <UnitDayList rows={rows} isToday={data.day === data.today} note={note} />
          </>
        );
      }}
    </Loaded>
  );
}

function UnitField(props: {
  readonly units: Units;
  readonly unitId: string;
  readonly onChange: (unitId: string) => void;
}) {
  const { text } = useText();
  return (
    <Field>
      <Label>{text.examination.chooseUnit}</Label>
      <Select value={props.unitId} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.units.map((unit) => (
          <option key={unit.unitId} value={unit.unitId}>
            {`${unit.name} (${text.examination.bookedToday(unit.booked)})`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ShowField(props: { readonly show: StatusFilter; readonly onChange: (show: StatusFilter) => void }) {
  const { text } = useText();
  return (
    <Field>
      <Label>{text.examination.showStatus}</Label>
      <Select value={props.show} onChange={(event) => props.onChange(event.currentTarget.value as StatusFilter)}>
        {statusFilters.map((show) => (
          <option key={show} value={show}>
            {text.examination.statusFilter[show]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
