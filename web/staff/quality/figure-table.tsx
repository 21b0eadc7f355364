import { useAddress } from '../address.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { type TextTools, useText } from '../text.tsx';
import {
  type FigureView,
  type IndicatorDetail,
  intervalWords,
  periodWords,
  placeWords,
  valueWords,
} from './figure-words.ts';
import { type ScopeAddress, scopeAddress } from './scope.ts';

export type LabelledFigure = { readonly key: string; readonly label: string; readonly figure: FigureView };

/** The numbers behind a chart: counts, value, interval, and whatever more the chart shows. */
export function FigureTable<Row extends LabelledFigure>(props: {
  readonly caption: string;
  /** What the rows are: what they do not tell themselves, of which place and period they are, stands under the caption. */
  readonly name: 'years' | 'places' | 'multiples' | 'people' | 'kind' | 'age';
  readonly first: string;
  readonly file: string;
  readonly data: IndicatorDetail;
  readonly rows: readonly Row[];
  /** What else a row is told by, beside its label. */
  readonly keys?: readonly Column<Row>[];
  readonly more?: readonly Column<Row>[];
}) {
  const { data, name } = props;
  const { indicator } = data;
  const tools = useText();
  const [scope] = useAddress(scopeAddress);
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
      name={name}
      csv={props.file}
      note={noteOf(tools, data, scope, name)}
      rows={props.rows}
      rowKey={(row) => row.key}
      columns={columns}
    />
  );
}

/** Of which indicator, place, period, round and age the rows are, as far as they do not say it themselves. */
function noteOf(tools: TextTools, data: IndicatorDetail, scope: ScopeAddress, rows: string): string {
  const { text, written, formatDate } = tools;
  const words = text.quality;
  const { indicator, snapshot } = data;
  const counted = { dataCut: snapshot?.dataCut, followUpMonths: indicator.followUpMonths };
  return [
    `${indicator.number} ${indicator.name[written]}`,
    ...(rows === 'places' || rows === 'multiples' ? [] : [placeWords(tools, data.places, scope)]),
    ...(rows === 'years' || rows === 'multiples' ? [] : [periodWords(tools, data.periodYears, counted)]),
    ...(rows === 'kind' || scope.kind === 'all' ? [] : [`${words.kind}: ${words.kinds[scope.kind]}`]),
    ...(rows === 'age' || scope.age === 'all' ? [] : [`${words.age}: ${scope.age}`]),
    ...(snapshot ? [`${words.dataCut} ${formatDate(snapshot.dataCut)}`] : []),
  ].join(' · ');
}
