import type { AiDrift } from '#contracts/ai';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Row = AiDrift['units'][number];

/** Each unit over all the weeks together, and how many of its weeks by themselves were beyond a limit. */
export function DriftUnits({ data }: { readonly data: AiDrift }) {
  const { text, formatNumber, formatPercent } = useText();
  const words = text.ai;
  const chosen = data.chosen ? { product: data.chosen.product, version: data.chosen.version } : {};
  const alarm = (row: Row) => (row.drift?.alarms ?? []).map((one) => words.figures[one]).join(', ');
  const columns: readonly Column<Row>[] = [
    {
      key: 'unit',
      header: text.common.unit,
      rowHeader: true,
      cell: (row) => (
        <PageLink to="/ai-drift" search={{ ...chosen, unit: row.unitId }}>
          {row.name}
        </PageLink>
      ),
      value: (row) => row.name,
    },
    {
      key: 'examinations',
      header: words.examinations,
      align: 'end',
      cell: (row) => formatNumber(row.examinations),
      value: (row) => row.examinations,
    },
    {
      key: 'top',
      header: words.figures.top,
      align: 'end',
      cell: (row) => (row.drift ? formatPercent(row.drift.top, 1) : words.tooFew),
      value: (row) => row.drift?.top ?? null,
    },
    {
      key: 'psi',
      header: words.figures.psi,
      align: 'end',
      cell: (row) => (row.drift ? formatNumber(row.drift.psi, 3) : words.tooFew),
      value: (row) => row.drift?.psi ?? null,
    },
    {
      key: 'alarm',
      header: words.alarm,
      cell: (row) => (alarm(row) ? <StatusTag tone="warning">{alarm(row)}</StatusTag> : '–'),
      value: alarm,
    },
    {
      key: 'alarms',
      header: words.weeksBeyond,
      align: 'end',
      cell: (row) => (row.weeks > 0 ? words.ofWeeks(formatNumber(row.alarms), formatNumber(row.weeks)) : '–'),
      value: (row) => row.alarms,
    },
  ];
  return (
    <DataTable
      caption={words.units(formatNumber(data.weeks.length))}
      name="units"
      columns={columns}
      rows={data.units}
      rowKey={(row) => row.unitId}
      rowTone={(row) => (alarm(row) ? 'warning' : undefined)}
      filter
      csv="ai-enheter"
      print
    />
  );
}
