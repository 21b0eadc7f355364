import type { AiDrift } from '#contracts/ai';
import { dayNumber } from '#core/kernel/day';
import { ControlChart } from '#web/charts/control-chart.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { useText } from '../text.tsx';

type Week = AiDrift['weeks'][number];
type Judged = Week & { readonly drift: NonNullable<Week['drift']> };
const figures = ['psi', 'top', 'distance'] as const;

/** The three figures over the weeks, and the same in a table. The limits drawn are those of the last week. */
export function DriftCharts({ data }: { readonly data: AiDrift }) {
  const { text, formatDate, formatNumber, formatPercent } = useText();
  const words = text.ai;
  const judged = data.weeks.filter((week): week is Judged => week.drift !== null);
  const last = judged.at(-1)?.drift;
  const said = {
    psi: (value: number) => formatNumber(value, 3),
    top: (value: number) => formatPercent(value, 1),
    distance: (value: number) => formatNumber(value, 3),
  };
  const limits = {
    psi: { min: null, max: last?.psiLimit ?? null },
    top: { min: last?.topLower ?? null, max: last?.topUpper ?? null },
    distance: { min: null, max: last?.distanceLimit ?? null },
  };
  const alarm = (week: Week) => (week.drift?.alarms ?? []).map((one) => words.figures[one]).join(', ');
  const columns: readonly Column<Week>[] = [
    {
      key: 'week',
      header: words.weekFrom,
      rowHeader: true,
      cell: (row) => formatDate(row.monday, 'numeric'),
      value: (row) => row.monday,
    },
    {
      key: 'examinations',
      header: words.examinations,
      align: 'end',
      cell: (row) => formatNumber(row.examinations),
      value: (row) => row.examinations,
    },
    ...figures.map(
      (figure): Column<Week> => ({
        key: figure,
        header: words.figures[figure],
        align: 'end',
        cell: (row) => (row.drift ? said[figure](row.drift[figure]) : words.tooFew),
        value: (row) => row.drift?.[figure] ?? null,
      }),
    ),
    {
      key: 'alarm',
      header: words.alarm,
      cell: (row) => (alarm(row) ? <StatusTag tone="warning">{alarm(row)}</StatusTag> : '–'),
      value: alarm,
    },
  ];
  return (
    <>
      <div className="drift-charts">
        {judged.length < 2
          ? null
          : figures.map((figure) => (
              <figure key={figure} className="trend-figure">
                <figcaption>{words.figures[figure]}</figcaption>
                <ControlChart
                  title={words.figures[figure]}
                  points={judged.map(({ monday, drift }) => ({
                    day: dayNumber(monday),
                    label: formatDate(monday, 'short'),
                    value: drift[figure],
                    within: !drift.alarms.includes(figure),
                  }))}
                  {...limits[figure]}
                  format={said[figure]}
                />
              </figure>
            ))}
      </div>
      <DataTable
        caption={words.weeks}
        name="weeks"
        columns={columns}
        rows={data.weeks.toReversed()}
        rowKey={(row) => row.monday}
        rowTone={(row) => (alarm(row) ? 'warning' : undefined)}
        empty={words.noWeeks}
        csv="ai-uker"
        print
      />
    </>
  );
}
