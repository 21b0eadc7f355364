import { Spark } from '#web/charts/spark.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useText } from '../text.tsx';
import {
  countWords,
  type FigureView,
  type IndicatorView,
  intervalWords,
  periodWords,
  placeWords,
  type SetView,
  targetWords,
  valueWords,
} from './figure-words.ts';
import { type ScopeAddress, scopeSearch } from './scope.ts';
import { VerdictTag } from './verdict-tag.tsx';

type Row = SetView['rows'][number];

/** Every indicator of the set with its figure, level, country and years; what is not measured says what it would take. */
export function SetTable({ data, address }: { readonly data: SetView; readonly address: ScopeAddress }) {
  const tools = useText();
  const { text, written } = tools;
  const words = text.quality;
  const whole = !address.region && !address.centre && !address.unit;
  const columns: Column<Row>[] = [
    {
      key: 'number',
      header: words.number,
      cell: (row) => row.indicator.number,
      value: (_row) => data.rows.indexOf(_row),
    },
    {
      key: 'indicator',
      header: words.indicator,
      rowHeader: true,
      value: (row) => row.indicator.name[written],
      cell: (row) => <Name row={row} data={data} address={address} />,
    },
    {
      key: 'value',
      header: words.value,
      align: 'end',
      value: (row) => row.figure?.value ?? null,
      cell: (row) => <strong>{row.figure ? valueWords(tools, row.indicator, row.figure.value) : '–'}</strong>,
    },
    {
      key: 'interval',
      header: words.interval,
      align: 'end',
      value: (row) => (row.figure ? intervalWords(tools, row.indicator, row.figure) : ''),
      cell: (row) => (
        <span className="one-line">{row.figure ? intervalWords(tools, row.indicator, row.figure) : '–'}</span>
      ),
    },
    {
      key: 'level',
      header: words.level,
      value: (row) => (row.figure ? words.verdicts[row.figure.verdict] : words.notMeasured),
      cell: (row) => <Level row={row} />,
    },
    {
      key: 'trend',
      header: words.trend,
      cell: (row) => <Trend indicator={row.indicator} trend={row.trend} />,
    },
    ...(whole
      ? []
      : [
          {
            key: 'nation',
            header: words.nation,
            align: 'end' as const,
            value: (row: Row) => row.nation?.value ?? null,
            cell: (row: Row) => (row.nation ? valueWords(tools, row.indicator, row.nation.value) : '–'),
          },
        ]),
    {
      key: 'counts',
      header: words.counts,
      align: 'end',
      value: (row) => (row.figure ? countWords(tools, row.indicator, row.figure) : ''),
      cell: (row) => (
        <span className="one-line">{row.figure ? countWords(tools, row.indicator, row.figure) : '–'}</span>
      ),
    },
  ];
  const place = placeWords(tools, data.places, address);
  return (
    <DataTable
      caption={`${data.set.name[written]} · ${place}`}
      columns={columns}
      rows={data.rows}
      rowKey={(row) => row.indicator.id}
      csv={`${data.set.id}-${place}`}
      print
      note={data.snapshot ? `${words.dataCut} ${tools.formatDate(data.snapshot.dataCut)}` : ''}
      rowTone={(row) => (row.figure?.verdict === 'below' ? 'warning' : undefined)}
    />
  );
}

function Name(props: { readonly row: Row; readonly data: SetView; readonly address: ScopeAddress }) {
  const tools = useText();
  const { text, written } = tools;
  const { set, snapshot } = props.data;
  const { indicator, figure, years } = props.row;
  const name = indicator.name[written];
  return (
    <>
      <PageLink to={`/figures/${set.id}/${indicator.id}`} search={scopeSearch(props.address)}>
        {name}
      </PageLink>
      {indicator.needs ? (
        <span className="table-note">
          {text.quality.notMeasured}. {text.quality.needs(indicator.needs[written])}
        </span>
      ) : figure ? (
        <span className="table-note">
          {periodWords(tools, years, { dataCut: snapshot?.dataCut, followUpMonths: indicator.followUpMonths })}
        </span>
      ) : (
        <span className="table-note">{text.quality.notMeant}</span>
      )}
    </>
  );
}

function Level({ row }: { readonly row: Row }) {
  const tools = useText();
  if (!row.figure) return '–';
  return (
    <>
      <VerdictTag figure={row.figure} />
      {targetWords(tools, row.indicator).map((level) => (
        <span key={level} className="table-note one-line">
          {level}
        </span>
      ))}
    </>
  );
}

function Trend(props: {
  readonly indicator: IndicatorView;
  readonly trend: readonly { readonly year: number; readonly figure: FigureView }[];
}) {
  const tools = useText();
  const points = props.trend.flatMap(({ year, figure }) =>
    figure.value === null ? [] : [{ year, value: figure.value }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return '–';
  const value = (point: typeof first) => valueWords(tools, props.indicator, point.value);
  const name = props.indicator.name[tools.written];
  return (
    <Spark
      words={tools.text.quality.sparkWords(name, String(first.year), value(first), String(last.year), value(last))}
      points={points}
    />
  );
}
