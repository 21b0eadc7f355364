import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';
import type { DriftData } from './drift-page.tsx';

type Row = DriftData['units'][number];

/** Each unit: weeks that say something, how many of them were beyond a limit, and the last. */
export function DriftUnits({ data }: { readonly data: DriftData }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.ai;
  const chosen = data.chosen ? { product: data.chosen.product, version: data.chosen.version } : {};
  const columns: readonly Column<Row>[] = [
    {
      key: 'unit',
      header: text.common.unit,
      rowHeader: true,
      cell: (row) => (
        <PageLink to="/ai/drift" search={{ ...chosen, unit: row.unitId }}>
          {row.name}
        </PageLink>
      ),
      value: (row) => row.name,
    },
    {
      key: 'weeks',
      header: words.weeksJudged,
      align: 'end',
      cell: (row) => formatNumber(row.weeks),
      value: (row) => row.weeks,
    },
    {
      key: 'alarms',
      header: words.weeksBeyond,
      align: 'end',
      cell: (row) =>
        row.alarms > 0 ? <StatusTag tone="warning">{formatNumber(row.alarms)}</StatusTag> : formatNumber(0),
      value: (row) => row.alarms,
    },
    {
      key: 'top',
      header: words.lastTop,
      align: 'end',
      cell: (row) => (row.last?.drift ? formatPercent(row.last.drift.top, 1) : words.tooFew),
      value: (row) => row.last?.drift?.top ?? null,
    },
    {
      key: 'psi',
      header: words.lastPsi,
      align: 'end',
      cell: (row) => (row.last?.drift ? formatNumber(row.last.drift.psi, 3) : words.tooFew),
      value: (row) => row.last?.drift?.psi ?? null,
    },
  ];
  return (
    <DataTable
      caption={words.units}
      name="units"
      columns={columns}
      rows={data.units}
      rowKey={(row) => row.unitId}
      rowTone={(row) => (row.alarms > 0 ? 'warning' : undefined)}
      filter
      csv="ai-enheter"
      print
    />
  );
}
