import { Button, Details, Field, Label, Select } from '@digdir/designsystemet-react';
import { roundOverview, type RoundOverview } from '#contracts/invitation';
import { roundMap } from '#contracts/units';
import { useAddress } from '../address.ts';
import { useLoad } from '../api.ts';
import { countColumn } from '../components/count-column.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import './invitation.css';
import { CapacityCalendar, UnitWeeks } from './capacity-calendar.tsx';
import { PauseArea } from './pause-area.tsx';
import { PlanList } from './plan-list.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { Rebookings } from './rebookings.tsx';
import { RoundMap } from './round-map.tsx';
import { roundsSearch } from './search.ts';

type Area = RoundOverview['areas'][number];

/** Rounds by area: who is due, invited and late, what there is room for, and planning. */
export default function RoundsPage() {
  const { text, formatDate } = useText();
  const overview = useLoad(roundOverview, {});
  const map = useLoad(roundMap, {});
  const names = new Map(map.data?.units.map((unit) => [unit.id, unit.name]));
  const office = useActor().role === 'office';
  const window = overview.data?.window;
  return (
    <>
      <PageHeading
        title={text.invitation.rounds}
        {...(window ? { lead: text.invitation.roundsLead(formatDate(window.from), formatDate(window.to)) } : {})}
      />
      <Loaded query={overview}>
        {(data) => (
          <>
            <ChooseArea areas={data.areas} />
            <Loaded query={map}>
              {(round) => (
                <>
                  <div className="round-map">
                    <RoundMap data={round} />
                    <CapacityCalendar data={round} />
                  </div>
                  <section>
                    <Details>
                      <Details.Summary>{text.office.capacity.byUnit}</Details.Summary>
                      <Details.Content>
                        <UnitWeeks data={round} />
                      </Details.Content>
                    </Details>
                  </section>
                </>
              )}
            </Loaded>
            {office ? <PlanPanel areas={data.areas} /> : null}
            <section>
              <AreaTable areas={data.areas} />
            </section>
            {office ? <PauseArea areas={data.areas} today={data.today} units={names} /> : null}
            {office ? <Rebookings /> : null}
            <section>
              <PlanList />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

/** The area that map, calendar and planning are about. */
function ChooseArea({ areas }: { readonly areas: readonly Area[] }) {
  const { text } = useText();
  const [{ centre }, setFilter] = useAddress(roundsSearch);
  if (areas.length < 2) return null;
  return (
    <div className="filters no-print">
      <Field data-size="sm">
        <Label>{text.invitation.area}</Label>
        <Select
          value={centre ?? ''}
          onChange={(event) => setFilter({ centre: event.currentTarget.value || undefined })}
        >
          <option value="">{text.invitation.allAreas}</option>
          {areas.map((area) => (
            <option key={area.centreId} value={area.centreId}>
              {area.name}
            </option>
          ))}
        </Select>
      </Field>
      {centre ? (
        <Button variant="tertiary" data-size="sm" onClick={() => setFilter({ centre: undefined })}>
          {text.office.map.wholeCountry}
        </Button>
      ) : null}
    </div>
  );
}

type Counts = Pick<
  Area,
  'overdue' | 'due' | 'coming' | 'oldestDays' | 'invited' | 'withoutTime' | 'placesPerWeek' | 'bookedPerWeek'
>;

function AreaTable(props: { readonly areas: readonly Area[] }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.invitation;
  const number = (key: keyof Counts, header: string) =>
    countColumn<Area>(key, header, (area) => area[key], formatNumber);
  const columns: readonly Column<Area>[] = [
    { key: 'name', header: words.area, cell: (area) => area.name, value: (area) => area.name, rowHeader: true },
    number('overdue', words.overdue),
    number('due', words.due),
    number('coming', words.coming),
    number('oldestDays', words.oldest),
    number('invited', words.invited),
    number('withoutTime', words.withoutTime),
    number('placesPerWeek', words.capacity),
    number('bookedPerWeek', words.booked),
    {
      key: 'state',
      header: words.areaState,
      cell: (area) =>
        area.pausedOn ? (
          <>
            <StatusTag tone="warning">{words.pausedFrom(formatDate(area.pausedOn, 'short'))}</StatusTag>{' '}
            {area.pauseReason}
          </>
        ) : (
          <span className="nowrap">{words.running}</span>
        ),
      value: (area) => area.pausedOn ?? '',
    },
  ];
  return (
    <DataTable
      caption={words.areas}
      columns={columns}
      rows={props.areas}
      rowKey={(area) => area.centreId}
      name="areas"
      filter
      print
      rowTone={(area) => (area.pausedOn ? 'warning' : undefined)}
    />
  );
}
