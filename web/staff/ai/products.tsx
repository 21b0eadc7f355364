import type { AiOverview } from '#contracts/ai';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Row = AiOverview['products'][number];

/** Each registered version: its scale, what it gives, and whether it can send and be placed. */
export function Products({ data }: { readonly data: AiOverview }) {
  const { text, formatDate, formatMeasure } = useText();
  const words = text.ai;
  const limit = (score: number) => formatMeasure(score, 2);
  const scale = (row: Row) => words.scaleOf(limit(row.scaleMin), limit(row.scaleMax), words.higherIs[row.higherIs]);
  const gives = (row: Row) => row.gives.map((one) => words.gives[one]).join(', ');
  const columns: readonly Column<Row>[] = [
    {
      key: 'product',
      header: words.product,
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name} <span className="count">{row.product}</span>
        </>
      ),
      value: (row) => `${row.name} ${row.product}`,
    },
    { key: 'version', header: words.version, cell: (row) => row.version, value: (row) => row.version },
    { key: 'vendor', header: words.vendor, cell: (row) => row.vendor, value: (row) => row.vendor },
    { key: 'scale', header: words.scale, cell: scale, value: scale },
    { key: 'gives', header: words.givesWhat, cell: gives, value: gives },
    {
      key: 'key',
      header: words.key,
      cell: (row) => (
        <StatusTag tone={row.hasKey ? 'success' : 'neutral'}>{row.hasKey ? words.hasKey : words.noKey}</StatusTag>
      ),
      value: (row) => (row.hasKey ? words.hasKey : words.noKey),
    },
    {
      key: 'calibration',
      header: words.calibration,
      cell: (row) => row.calibration ?? <StatusTag tone="warning">{words.noCalibration}</StatusTag>,
      value: (row) => row.calibration ?? words.noCalibration,
    },
    {
      key: 'registered',
      header: words.registered,
      cell: (row) => formatDate(row.registeredOn, 'numeric'),
      value: (row) => row.registeredOn,
    },
  ];
  return (
    <DataTable
      caption={words.products}
      name="products"
      columns={columns}
      rows={data.products}
      rowKey={(row) => `${row.product} ${row.version}`}
      empty={words.noProducts}
      csv="ai-produkter"
    />
  );
}
