import type { AiOverview } from '#contracts/ai';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Row = AiOverview['calibrations'][number];

/** The named populations that percentiles are computed by: who made each, and who has put it in use from when. */
export function Calibrations({ data }: { readonly data: AiOverview }) {
  const { text, formatDate, formatNumber } = useText();
  const words = text.ai;
  const stateOf = ({ inUse, uses: [latest] }: Row) =>
    inUse ? words.inUse : latest && latest.from > data.today ? words.chosenFor : words.notInUse;
  const takenOf = ({ from, by }: Row['uses'][number]) => words.byWhom(formatDate(from, 'numeric'), by);
  const madeOf = ({ madeOn, madeBy }: Row) => words.byWhom(formatDate(madeOn, 'numeric'), madeBy);
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: words.name, rowHeader: true, cell: (row) => row.name, value: (row) => row.name },
    {
      key: 'product',
      header: words.product,
      cell: (row) => `${row.product} ${row.version}`,
      value: (row) => `${row.product} ${row.version}`,
    },
    { key: 'what', header: words.description, cell: (row) => row.description, value: (row) => row.description },
    {
      key: 'source',
      header: words.source,
      cell: (row) => words.sources[row.source],
      value: (row) => words.sources[row.source],
    },
    {
      key: 'examinations',
      header: words.examinations,
      align: 'end',
      cell: (row) => formatNumber(row.examinations),
      value: (row) => row.examinations,
    },
    { key: 'made', header: words.made, cell: madeOf, value: (row) => row.madeOn },
    {
      key: 'state',
      header: text.common.status,
      cell: (row) => <StatusTag tone={row.inUse ? 'success' : 'neutral'}>{stateOf(row)}</StatusTag>,
      value: stateOf,
    },
    {
      key: 'uses',
      header: words.takenIntoUse,
      cell: (row) => row.uses.map((use) => <div key={use.from}>{takenOf(use)}</div>),
      value: (row) => row.uses.map(takenOf).join('; '),
    },
  ];
  return (
    <DataTable
      caption={words.calibrations}
      name="calibrations"
      columns={columns}
      rows={data.calibrations}
      rowKey={(row) => row.calibrationId}
      empty={words.noCalibrations}
      csv="ai-kalibreringer"
    />
  );
}
