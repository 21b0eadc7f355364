import type { AiOverview } from '#contracts/ai';
import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';

type Row = AiOverview['reveals'][number];

/** How often what machines have said was shown to people: which item, at which step, to whom. Counts, never a woman's. */
export function Reveals({ data }: { readonly data: AiOverview }) {
  const { text, formatNumber } = useText();
  const words = text.ai;
  const item = (row: Row) => words.items[row.item] ?? row.item;
  const role = (row: Row) => text.common.roles[row.role as keyof typeof text.common.roles] ?? row.role;
  const step = (row: Row) => row.step ?? words.closedCase;
  const columns: readonly Column<Row>[] = [
    { key: 'item', header: words.item, rowHeader: true, cell: item, value: item },
    { key: 'product', header: words.product, cell: (row) => row.product, value: (row) => row.product },
    { key: 'step', header: words.step, cell: step, value: step },
    { key: 'role', header: words.role, cell: role, value: role },
    {
      key: 'shown',
      header: words.shown,
      align: 'end',
      cell: (row) => formatNumber(row.shown),
      value: (row) => row.shown,
    },
    {
      key: 'cases',
      header: words.cases,
      align: 'end',
      cell: (row) => formatNumber(row.cases),
      value: (row) => row.cases,
    },
  ];
  return (
    <DataTable
      caption={words.reveals}
      name="reveals"
      columns={columns}
      rows={data.reveals}
      rowKey={(row) => `${row.product} ${row.item} ${row.step} ${row.role}`}
      empty={words.noReveals}
      csv="ai-vist"
    />
  );
}
