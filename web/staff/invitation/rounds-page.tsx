import { roundOverview } from '#contracts/invitation';
import type { OutputOf } from '#contracts/endpoint';
import { useLoad } from '../api.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useActor } from '../session.tsx';
import { useText } from '../text.tsx';
import { PauseArea } from './pause-area.tsx';
import { PlanList } from './plan-list.tsx';
import { PlanPanel } from './plan-panel.tsx';

export type Overview = OutputOf<typeof roundOverview>;
type Area = Overview['areas'][number];

/** Rounds by area: who is due, invited and late, what there is room for, and planning. */
export default function RoundsPage() {
  const { text, formatDate } = useText();
  const overview = useLoad(roundOverview, {});
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
            {office ? <PlanPanel areas={data.areas} /> : null}
            <section>
              <AreaTable areas={data.areas} today={data.today} />
            </section>
            {office ? <PauseArea areas={data.areas} today={data.today} /> : null}
            <section>
              <PlanList />
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function AreaTable(props: { readonly areas: readonly Area[]; readonly today: string }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.invitation;
  const number = (
    key: 'overdue' | 'due' | 'coming' | 'oldestDays' | 'invited' | 'withoutTime',
    header: string,
  ): Column<Area> => ({
    key,
    header,
    cell: (area) => formatNumber(area[key]),
    value: (area) => area[key],
    align: 'end',
  });
  const columns: readonly Column<Area>[] = [
    { key: 'name', header: words.area, cell: (area) => area.name, value: (area) => area.name, rowHeader: true },
    number('overdue', words.overdue),
    number('due', words.due),
    number('coming', words.coming),
    number('oldestDays', words.oldest),
    number('invited', words.invited),
    number('withoutTime', words.withoutTime),
    {
      key: 'capacity',
      header: words.capacity,
      cell: (area) => formatNumber(area.placesPerWeek),
      value: (area) => area.placesPerWeek,
      align: 'end',
    },
    {
      key: 'booked',
      header: words.booked,
      cell: (area) => formatNumber(area.bookedPerWeek),
      value: (area) => area.bookedPerWeek,
      align: 'end',
    },
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
          words.running
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
      csv={`areas-${props.today}`}
      print
      rowTone={(area) => (area.pausedOn ? 'warning' : undefined)}
    />
  );
}
