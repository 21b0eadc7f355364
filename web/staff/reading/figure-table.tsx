import type { OwnFigures } from '#contracts/own-figures';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { type TextTools, useText } from '../text.tsx';

type Figure = OwnFigures['figures'][number];

/** Each figure with its interval, the spread of colleagues, and whether there is enough of it to mean anything. */
export function FigureTable({ figures }: { readonly figures: readonly Figure[] }) {
  const tools = useText();
  return (
    <DataTable
      caption={tools.text.reading.figures.figures}
      columns={columnsOf(tools)}
      rows={figures}
      rowKey={(row) => row.id}
      csv="own-figures"
      print
    />
  );
}

function columnsOf({ text, formatPercent, formatNumber }: TextTools): readonly Column<Figure>[] {
  const words = text.reading.figures;
  /** Interval cancers are few: per 1,000 reads. */
  const share = (row: Figure, value: number) =>
    row.id === 'interval' ? words.perThousand(formatNumber(value * 1000, 2)) : formatPercent(value, 1);
  /** "3,1–5,7 %", "0,61–19,21 per 1000": the unit once, after the upper of the two. */
  const lower = (row: Figure, value: number) =>
    row.id === 'interval' ? formatNumber(value * 1000, 2) : formatNumber(value * 100, 1);
  const enough = (row: Figure) => row.meaningfulFrom !== null && row.of >= row.meaningfulFrom;
  return [
    {
      key: 'figure',
      header: words.figure,
      rowHeader: true,
      cell: (r) => (
        <>
          {words.names[r.id]}
          <small className="figure-note">{words.meanings[r.id]}</small>
        </>
      ),
    },
    {
      key: 'value',
      header: words.own,
      align: 'end',
      cell: (r) => (r.value === null ? words.nothing : <strong className="figure-count">{share(r, r.value)}</strong>),
      value: (r) => r.value,
    },
    {
      key: 'count',
      header: words.count,
      align: 'end',
      cell: (r) => <span className="figure-count">{words.of(formatNumber(r.events), formatNumber(r.of))}</span>,
      value: (r) => r.of,
    },
    {
      key: 'interval',
      header: words.interval,
      cell: (r) =>
        r.interval ? (
          <span className="figure-count">
            {lower(r, r.interval.lower)}–{share(r, r.interval.upper)}
          </span>
        ) : (
          ''
        ),
    },
    {
      key: 'enough',
      header: words.meaning,
      cell: (r) =>
        r.meaningfulFrom === null ? (
          words.notKnown
        ) : enough(r) ? (
          <StatusTag tone="success">{words.enough}</StatusTag>
        ) : (
          <StatusTag>{words.tooFew(formatNumber(r.meaningfulFrom))}</StatusTag>
        ),
    },
    {
      key: 'colleagues',
      header: words.colleagues,
      cell: (r) =>
        r.colleagues
          ? words.spread(share(r, r.colleagues.median), lower(r, r.colleagues.lower), share(r, r.colleagues.upper))
          : words.fewColleagues,
    },
  ];
}
