import type { UnitCalendar } from '#contracts/invitation';
import { weekday } from '#core/kernel/day';
import { countColumn } from '../components/count-column.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';

type Row = UnitCalendar['days'][number];

/** The unit's days: open or why not, places, how many are booked. Weekends are left out unless something is on. */
export function UnitDays({ data }: { readonly data: UnitCalendar }) {
  const { text, formatDate, formatNumber, formatPercent } = useText();
  const words = text.invitation;
  const rows = data.days.filter((row) => row.booked > 0 || row.shut === null || weekday(row.day) <= 5);
  const state = (row: Row): string => {
    if (row.shut === null) {
      const set = [
        ...(row.special ? [text.office.days.specialOn(row.special)] : []),
        ...row.blocks.map((one) => text.office.days.blockedOn(one.from, one.to, one.reason)),
      ];
      return [row.detail ? words.openAt(row.detail) : words.open, ...set].join('. ');
    }
    if (row.shut === 'holiday') return `${words.shut.holiday}: ${words.holidays[row.detail] ?? row.detail}`;
    return row.shut === 'closed' ? `${words.shut.closed}: ${row.detail}` : words.shut[row.shut];
  };
  const columns: readonly Column<Row>[] = [
    {
      key: 'day',
      header: text.common.day,
      cell: (row) => formatDate(row.day, 'weekday'),
      value: (row) => row.day,
      rowHeader: true,
    },
    { key: 'state', header: words.state, cell: state, value: state },
    countColumn('places', words.places, (row: Row) => row.places, formatNumber),
    countColumn('taken', words.taken, (row: Row) => row.booked, formatNumber),
    {
      key: 'share',
      header: words.share,
      cell: (row) => (row.places > 0 ? formatPercent(row.booked / row.places, 0) : ''),
      value: (row) => (row.places > 0 ? row.booked / row.places : null),
      align: 'end',
    },
  ];
  const overbooked = rows.some((row) => row.places > 0 && row.booked > row.places);
  return (
    <DataTable
      caption={words.calendar(data.unit.name)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.day}
      name="days"
      print
      {...(overbooked ? { note: words.overbooked } : {})}
    />
  );
}
