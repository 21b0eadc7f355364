import type { ReplayAnswer } from '#contracts/replay';
import { DataTable } from '../components/data-table.tsx';
import { useText } from '../text.tsx';
import { armOf, countWords, titleOf } from './replay-words.ts';

type Row = {
  readonly key: string;
  readonly protocol: string;
  readonly measure: string;
  readonly more: number | null;
  readonly fewer: number | null;
  readonly difference: string;
  readonly exact: number | null;
  readonly midP: number | null;
};

/** Each protocol against the first, on the same examinations. */
export function DifferenceTable({ answer }: { readonly answer: ReplayAnswer }) {
  const tools = useText();
  const { text, formatNumber } = tools;
  const words = text.replay;
  const signed = (value: number, digits: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), digits)}`;
  const points = (value: number) => signed(100 * value, 2);
  const rows = answer.comparisons.flatMap(({ arm, shares, means }): Row[] => {
    const view = armOf(answer, arm);
    const protocol = view ? titleOf(tools, view) : arm;
    return [
      ...shares.map(({ id, onlyFirst, onlySecond, difference, test }) => ({
        key: `${arm} ${id}`,
        protocol,
        measure: words.paired[id],
        more: onlySecond,
        fewer: onlyFirst,
        difference: difference
          ? words.percentagePoints(points(difference.value), points(difference.lower), points(difference.upper))
          : '–',
        exact: test.exact,
        midP: test.midP,
      })),
      ...means.map(({ id, value, lower, upper }) => ({
        key: `${arm} mean ${id}`,
        protocol,
        measure: words.means[id],
        more: null,
        fewer: null,
        difference: words.within(signed(value, 3), signed(lower, 3), signed(upper, 3)),
        exact: null,
        midP: null,
      })),
    ];
  });
  const count = (value: number | null) => (value === null ? '–' : countWords(tools, value));
  const p = (value: number | null) =>
    value === null ? '–' : value < 0.0001 ? `< ${formatNumber(0.0001, 4)}` : formatNumber(value, 4);
  return (
    <section>
      <DataTable
        caption={words.differences}
        note={words.differencesNote}
        name="differences"
        csv="replay-differences"
        print
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'protocol',
            header: words.protocol,
            rowHeader: true,
            value: (row) => row.protocol,
            cell: (row) => row.protocol,
          },
          { key: 'measure', header: words.measure, value: (row) => row.measure, cell: (row) => row.measure },
          { key: 'more', header: words.more, align: 'end', value: (row) => row.more, cell: (row) => count(row.more) },
          {
            key: 'fewer',
            header: words.fewer,
            align: 'end',
            value: (row) => row.fewer,
            cell: (row) => count(row.fewer),
          },
          {
            key: 'difference',
            header: words.difference,
            align: 'end',
            value: (row) => row.difference,
            cell: (row) => <span className="replay-cell">{row.difference}</span>,
          },
          { key: 'exact', header: words.exact, align: 'end', value: (row) => row.exact, cell: (row) => p(row.exact) },
          { key: 'midP', header: words.midP, align: 'end', value: (row) => row.midP, cell: (row) => p(row.midP) },
        ]}
      />
    </section>
  );
}
