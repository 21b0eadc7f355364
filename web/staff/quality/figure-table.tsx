import { DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';
import type { FigureIndicator, Figures } from './figures-page.tsx';
import { formatFigure } from './indicator-words.ts';

export type LabelledFigure = Figures['figures'][number] & { readonly label: string };

/** The numbers behind a chart: counts, value, interval. */
export function FigureTable(props: {
  readonly caption: string;
  readonly first: string;
  readonly csv: string;
  readonly indicator: FigureIndicator;
  readonly rows: readonly LabelledFigure[];
}) {
  const tools = useText();
  const { text, formatNumber } = tools;
  const { per } = props.indicator;
  return (
    <DataTable
      caption={props.caption}
      csv={props.csv}
      rows={props.rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'label', header: props.first, cell: (row) => row.label, value: (row) => row.label, rowHeader: true },
        {
          key: 'numerator',
          header: text.quality.numerator,
          cell: (row) => formatNumber(row.numerator),
          value: (row) => row.numerator,
          align: 'end',
        },
        {
          key: 'denominator',
          header: text.quality.denominator,
          cell: (row) => formatNumber(row.denominator),
          value: (row) => row.denominator,
          align: 'end',
        },
        {
          key: 'value',
          header: text.quality.value,
          cell: (row) => (row.value === null ? '–' : formatFigure(tools, per, row.value)),
          value: (row) => row.value,
          align: 'end',
        },
        {
          key: 'interval',
          header: text.quality.interval,
          cell: (row) =>
            row.limits
              ? `${formatFigure(tools, per, row.limits.lower)} – ${formatFigure(tools, per, row.limits.upper)}`
              : '–',
          align: 'end',
        },
      ]}
    />
  );
}
