import type { AiOverview } from '#contracts/ai';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';

type Row = AiOverview['days'][number];

/** Results a day and product: what came, what failed, what was late, and what came too late to be used. */
export function Days({ data }: { readonly data: AiOverview }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.ai;
  const count = (key: 'answered' | 'failed' | 'late' | 'notUsed'): Column<Row> => ({
    key,
    header: words[key],
    align: 'end',
    cell: (row) => formatNumber(row[key]),
    value: (row) => row[key],
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'day',
      header: text.common.date,
      rowHeader: true,
      cell: (row) => formatDate(row.day),
      value: (row) => row.day,
    },
    { key: 'product', header: words.product, cell: (row) => row.product, value: (row) => row.product },
    count('answered'),
    count('failed'),
    count('late'),
    count('notUsed'),
  ];
  return (
    <DataTable
      caption={words.days}
      name="days"
      columns={columns}
      rows={data.days}
      rowKey={(row) => `${row.day} ${row.product}`}
      rowTone={(row) => (row.failed + row.late > 0 ? 'warning' : undefined)}
      empty={words.noDays}
      csv="ai-per-dag"
      print
    />
  );
}
