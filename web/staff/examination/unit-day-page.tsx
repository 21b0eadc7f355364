import { Field, Label, Link, Select } from '@digdir/designsystemet-react';
import { listUnits, unitDay } from '#contracts/examination';
import type { OutputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { DayField } from './day-field.tsx';
import { EndOfDay } from './end-of-day.tsx';
import './examination.css';
import { rememberedUnit, rememberUnit } from './remembered-unit.ts';
import { standingOf } from './standing.ts';
import { UnitDayList } from './unit-day-list.tsx';
import { type StatusFilter, statusFilters, unitDaySearch } from './unit-day-search.ts';

/** The women of a unit on a day: who is expected, who is here, who is done. */
export default function UnitDayPage() {
  const { text } = useText();
  const [filter, setFilter] = useAddress(unitDaySearch);
  const units = useLoad(listUnits, {}, { keep: true });
  return (
    <Loaded query={units}>
      {(data) => {
        const unitId = filter.unit ?? rememberedUnit(data.units) ?? firstUnit(data.units);
        if (!unitId) return <PageHeading title={text.examination.unitDay} lead={text.examination.noUnits} />;
        return <UnitDay units={data.units} unitId={unitId} filter={filter} setFilter={setFilter} />;
      }}
    </Loaded>
  );
}

type Units = OutputOf<typeof listUnits>['units'];
type Filter = { readonly day?: Day | undefined; readonly show: StatusFilter; readonly next?: '1' | undefined };

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
  const words = text.examination;
  const list = useLoad(unitDay, { unitId, day: filter.day }, { keep: true, every: REFRESH_MS });
  const mayEnter = ['radiographer', 'coordinator'].includes(useActor().role);
  return (
    <Loaded query={list}>
      {(data) => {
        const count = (standing: StatusFilter) => data.rows.filter((row) => standingOf(row.status) === standing).length;
        const lateBy = (row: Data['rows'][number]) => minutesLate(row, data);
        const late = data.rows.filter((row) => lateBy(row) > 0).length;
        const counts = words.counts(count('expected'), count('here'), count('done'));
        const away = count('away');
        const rows = data.rows.filter((row) => filter.show === 'all' || standingOf(row.status) === filter.show);
        const shown = filter.show === 'all' ? '' : `. ${words.showStatus}: ${words.statusFilter[filter.show]}`;
        const note = `${data.unitName}, ${formatDate(data.day, 'weekday')}${shown}`;
        const isToday = data.day === data.today;
        const lead = [
          formatDate(data.day, 'weekday'),
          counts,
          ...(away > 0 ? [words.awayCount(away)] : []),
          ...(late > 0 ? [words.lateCount(late)] : []),
        ];
        return (
          <>
            <PageHeading title={words.unitDayOf(data.unitName)} lead={lead.join(' · ')}>
              {mayEnter ? <WithoutSystem unitId={unitId} day={data.day} isToday={isToday} /> : null}
            </PageHeading>
            <div className="filters no-print">
              <UnitField
                units={props.units}
                unitId={unitId}
                onChange={(unit) => {
                  rememberUnit(unit);
                  setFilter({ unit });
                }}
              />
              <DayField day={data.day} today={data.today} onChange={(day) => setFilter({ day })} />
              <ShowField show={filter.show} onChange={(show) => setFilter({ show })} />
            </div>
            <UnitDayList
              rows={rows}
              isToday={isToday}
              note={note}
              lateBy={lateBy}
              focusNext={filter.next !== undefined && !list.isFetching}
            />
            {mayEnter && isToday && data.rows.length > 0 ? <EndOfDay unitId={unitId} rows={data.rows} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** How often the list is asked again, so that two who share it see each other's work. */
const REFRESH_MS = 60_000;

type Data = OutputOf<typeof unitDay>;

/** Minutes past her time for a woman who is still expected today; 0 within the programme's patience. */
function minutesLate(row: Data['rows'][number], { now, lateAfterMinutes }: Data): number {
  if (!now || standingOf(row.status) !== 'expected') return 0;
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const over = minutes(now) - minutes(row.at);
  return over >= lateAfterMinutes ? over : 0;
}

/** On with the work when the system cannot be reached: a list on paper, or on the device of a bus. */
function WithoutSystem(props: { readonly unitId: string; readonly day: Day; readonly isToday: boolean }) {
  const { text } = useText();
  return (
    <>
      <PageLink
        className="action-link"
        to="/paper-list"
        search={{ unit: props.unitId, ...(props.isToday ? {} : { day: props.day }) }}
      >
        {text.examination.paperList}
      </PageLink>
      <Link className="action-link" href={`/offline/?unit=${encodeURIComponent(props.unitId)}`}>
        {text.examination.offline.link}
      </Link>
    </>
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
