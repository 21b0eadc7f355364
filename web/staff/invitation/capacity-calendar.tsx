import { Table } from '@digdir/designsystemet-react';
import { useAddress } from '../address.ts';
import { countColumn } from '../components/count-column.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import type { RoundMapData } from './round-map.tsx';
import { roundsSearch } from './search.ts';

type Week = {
  readonly week: string;
  readonly due: number;
  readonly places: number;
  readonly booked: number;
  readonly lacks: number;
};

/** What each week asks for and has room for, in the chosen area or all; and what each unit has left. */
export function CapacityCalendar({ data }: { readonly data: RoundMapData }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.office.capacity;
  const [{ centre }] = useAddress(roundsSearch);
  const weeks = weeksOf(data, centre);
  const columns: readonly Column<Week>[] = [
    {
      key: 'week',
      header: words.week,
      rowHeader: true,
      cell: (row) => formatDate(row.week, 'short'),
      value: (row) => row.week,
    },
    countColumn('due', words.due, (row: Week) => row.due, formatNumber),
    countColumn('places', words.places, (row: Week) => row.places, formatNumber),
    countColumn('booked', words.booked, (row: Week) => row.booked, formatNumber),
    countColumn('free', words.free, (row: Week) => Math.max(0, row.places - row.booked), formatNumber),
    {
      key: 'lacks',
      header: words.lacks,
      align: 'end',
      cell: (row) => (row.lacks > 0 ? formatNumber(row.lacks) : words.enough),
      value: (row) => row.lacks,
    },
  ];
  return (
    <DataTable
      name="weeks"
      caption={words.title}
      note={words.lead}
      columns={columns}
      rows={weeks}
      rowKey={(row) => row.week}
      rowTone={(row) => (row.lacks > 0 ? 'warning' : undefined)}
      print
    />
  );
}

/** Weeks in sum, with how many in all have found no place by the end of each. */
function weeksOf(data: RoundMapData, centre: string | undefined): readonly Week[] {
  const centres = data.centres.filter((one) => centre === undefined || one.centreId === centre);
  let [need, room] = [0, 0];
  return data.weeks.map((week, i) => {
    const sum = (key: 'due' | 'places' | 'booked') =>
      centres.reduce((total, one) => total + (one.weeks[i]?.[key] ?? 0), 0);
    const [due, places, booked] = [sum('due'), sum('places'), sum('booked')];
    need += due;
    room += Math.max(0, places - booked);
    return { week, due, places, booked, lacks: Math.max(0, need - room) };
  });
}

/** Each unit's free places week by week; the fuller, the darker. */
export function UnitWeeks({ data }: { readonly data: RoundMapData }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.office.capacity;
  const [{ centre }] = useAddress(roundsSearch);
  const units = data.units.filter((unit) => centre === undefined || unit.centreId === centre);
  return (
    <section className="table-scroll" aria-labelledby="unit-weeks">
      <Table data-size="sm" className="unit-weeks">
        <caption id="unit-weeks">{words.byUnit}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{text.common.unit}</Table.HeaderCell>
            {data.weeks.map((week) => (
              <Table.HeaderCell key={week} className="number">
                {formatDate(week, 'short')}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {units.map((unit) => (
            <Table.Row key={unit.id}>
              <th scope="row">
                <PageLink to="/units" search={{ unit: unit.id }}>
                  {unit.name}
                </PageLink>
              </th>
              {unit.weeks.map((week, i) => (
                <Table.Cell key={data.weeks[i]} className="number" data-fill={fillOf(week)}>
                  {week.places === 0 ? (
                    words.shut
                  ) : (
                    <span
                      title={words.cell(
                        formatNumber(Math.max(0, week.places - week.booked)),
                        formatNumber(week.places),
                      )}
                    >
                      {formatNumber(Math.max(0, week.places - week.booked))}
                    </span>
                  )}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  );
}

/** Quarter of the places that are taken, 0-4; shut apart. */
function fillOf({ places, booked }: { readonly places: number; readonly booked: number }): number | 'shut' {
  return places === 0 ? 'shut' : Math.min(4, Math.floor((4 * booked) / places));
}
