import type { OutputOf } from '#contracts/endpoint';
import type { countMessages } from '#contracts/messaging';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';

type Day = OutputOf<typeof countMessages>['days'][number];

/** What was decided and what the ways reported on each of the last days. */
export function MessageDays({ days }: { readonly days: readonly Day[] }) {
  const { text, formatDate, formatNumber } = useText();
  const number = (key: 'digital' | 'printed' | 'sms' | 'opened' | 'errors'): Column<Day> => ({
    key: `days-${key}`,
    header: text.messaging[key],
    align: 'end',
    value: (row) => row[key],
    cell: (row) => formatNumber(row[key]),
  });
  const columns: readonly Column<Day>[] = [
    {
      key: 'days-day',
      header: text.common.day,
      rowHeader: true,
      value: (row) => row.day,
      cell: (row) => formatDate(row.day),
    },
    {
      key: 'days-decided',
      header: text.messaging.decided,
      align: 'end',
      value: (row) => row.decided,
      cell: (row) => (
        <PageLink to="/messages" search={{ day: row.day }}>
          {formatNumber(row.decided)}
        </PageLink>
      ),
    },
    number('digital'),
    number('printed'),
    number('sms'),
    number('opened'),
    number('errors'),
  ];
  return (
    <DataTable
      caption={text.messaging.daysTitle}
      columns={columns}
      rows={days}
      rowKey={(row) => row.day}
      csv="meldinger-per-dag"
      print
    />
  );
}
