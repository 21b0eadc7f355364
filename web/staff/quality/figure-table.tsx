import { type Column, DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';
import { type FigureView, type IndicatorView, intervalWords, valueWords } from './figure-words.ts';

export type LabelledFigure = { readonly key: string; readonly label: string; readonly figure: FigureView };

/** The numbers behind a chart: counts, value, interval, and whatever more the chart shows. */
export function FigureTable<Row extends LabelledFigure>(props: {
  readonly caption: string;
  readonly name: string;
  readonly first: string;
  readonly file: string;
  readonly indicator: IndicatorView;
  readonly rows: readonly Row[];
  /** What else a row is told by, beside its label. */
  readonly keys?: readonly Column<Row>[];
  readonly more?: readonly Column<Row>[];
}) {
  const { indicator } = props;
  const tools = useText();
  const { text, formatNumber } = tools;
  const columns: Column<Row>[] = [
    { key: 'label', header: props.first, cell: (row) => row.label, value: (row) => row.label, rowHeader: true },
    ...(props.keys ?? []),
    {
      key: 'numerator',
      header: text.quality.numerator,
      cell: (row) => formatNumber(row.figure.numerator),
      value: (row) => row.figure.numerator,
      align: 'end',
    },
    {
      key: 'denominator',
      header: text.quality.denominator,
      cell: (row) => formatNumber(row.figure.denominator),
      value: (row) => row.figure.denominator,
      align: 'end',
    },
    {
      key: 'value',
      header: text.quality.value,
      cell: (row) => valueWords(tools, indicator, row.figure.value),
      value: (row) => row.figure.value,
      align: 'end',
    },
    {
      key: 'interval',
      header: text.quality.interval,
      cell: (row) => <span className="one-line">{intervalWords(tools, indicator, row.figure)}</span>,
      value: (row) => intervalWords(tools, indicator, row.figure),
      align: 'end',
    },
    ...(props.more ?? []),
  ];
  return (
    <DataTable
      caption={props.caption}
      name={props.name}
      csv={props.file}
      rows={props.rows}
      rowKey={(row) => row.key}
      columns={columns}
    />
  );
}
