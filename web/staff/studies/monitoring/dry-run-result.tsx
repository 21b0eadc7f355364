import type { DryRuns } from '#contracts/study-monitoring';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { scaleLinear } from 'd3-scale';
import { usePoints } from '#web/charts/points';
import { dryRunMeasures } from '#core/studies/dry-run';
import { DataTable } from '../../components/data-table.tsx';
import { ChartPart } from '../../quality/chart-part.tsx';
import { useText } from '../../text.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Result = NonNullable<DryRuns['runs'][number]['result']>;

/** Power with its Monte Carlo interval, final z, and what each arm would give. */
export function DryRunResult({ view, result }: { readonly view: DryRuns; readonly result: Result }) {
  const { written, formatNumber, formatPercent } = useText();
  const words = useMonitoringText();
  const name = (arm: string) => view.armNames[arm]?.[written] ?? arm;
  const { repetitions } = result.options;
  return (
    <>
      {result.comparisons.map((one) => {
        const { value, lower, upper } = one.power;
        const finding = words.powerFinding(
          name(one.arm),
          formatPercent(value, 1),
          formatPercent(lower, 1),
          formatPercent(upper, 1),
        );
        return (
          <ChartPart
            key={one.arm}
            finding={finding}
            file={`${view.head.studyId}-dry-run-${one.arm}`}
            how={`${words.powerHow(formatNumber(repetitions), formatNumber(result.total), formatNumber(result.options.women))} ${words.meanSize(formatNumber(Math.round(one.meanSize)))}`}
            chart={
              <ZChart
                title={`${words.zChart}: ${name(one.arm)}`}
                up={words.repetitions}
                bins={one.zBins}
                boundary={result.looks.at(-1)?.z ?? null}
                boundaryLabel={words.boundary}
                format={formatNumber}
              />
            }
            table={
              <DataTable
                caption={words.reachedAt}
                name={`looks-${one.arm}`}
                rows={result.looks.map((look, i) => ({ look, reached: one.reached[i] ?? 0 }))}
                rowKey={({ look }) => String(look.information)}
                columns={[
                  {
                    key: 'information',
                    header: words.information,
                    rowHeader: true,
                    cell: ({ look }) => formatPercent(look.information, 0),
                  },
                  {
                    key: 'z',
                    header: words.boundary,
                    align: 'end',
                    cell: ({ look }) => (look.z === null ? '–' : formatNumber(look.z, 4)),
                  },
                  {
                    key: 'reached',
                    header: words.share,
                    align: 'end',
                    cell: ({ reached }) => formatPercent(reached / repetitions, 1),
                  },
                ]}
              />
            }
          />
        );
      })}
      <section className="stack">
        <Heading level={2} data-size="xs">
          {words.asked(formatNumber(Math.round(result.asked.mean)))}
        </Heading>
        <DataTable
          caption={words.expectedPerArm}
          name="expected"
          rows={dryRunMeasures.map((measure) => ({ measure }))}
          rowKey={({ measure }) => measure}
          columns={[
            {
              key: 'measure',
              header: words.measure,
              rowHeader: true,
              cell: ({ measure }) => (measure === 'reads' ? words.allReads : words.measures[measure]),
            },
            ...result.arms.map((arm) => ({
              key: arm.arm,
              header: name(arm.arm),
              align: 'end' as const,
              cell: ({ measure }: { readonly measure: (typeof dryRunMeasures)[number] }) => {
                const found = arm.perThousand[measure];
                const write = (value: number) => formatNumber(value, 1);
                return found ? `${write(found.mean)} (${write(found.lower)} – ${write(found.upper)})` : '–';
              },
            })),
          ]}
        />
        <Paragraph data-size="sm">{words.assumptions}</Paragraph>
      </section>
    </>
  );
}

const WIDTH = 720;
const HEIGHT = 250;
const MARGIN = { top: 40, right: 16, bottom: 44, left: 52 };

/** How many of the simulated studies ended at each z, and the final boundary as a line. */
function ZChart(props: {
  readonly title: string;
  readonly bins: readonly { readonly from: number; readonly count: number }[];
  readonly boundary: number | null;
  readonly boundaryLabel: string;
  /** What a bar counts. */
  readonly up: string;
  readonly format: (value: number, decimals?: number) => string;
}) {
  const { bins, boundary, format } = props;
  const { chart, point } = usePoints(bins.length);
  const ends = [...bins.flatMap(({ from }) => [from, from + 0.5]), ...(boundary === null ? [] : [boundary])];
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [MARGIN.left, WIDTH - MARGIN.right]).nice();
  const y = scaleLinear([0, Math.max(1, ...bins.map(({ count }) => count))], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(
    4,
  );
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={props.title} {...chart}>
      {y.ticks(4).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {bins.map(({ from, count }, i) => (
        <g key={from} {...point(i)} aria-label={`z ${format(from, 1)} – ${format(from + 0.5, 1)}: ${format(count)}`}>
          <rect
            className="chart-bar"
            x={x(from) + 1}
            y={y(count)}
            width={Math.max(1, x(from + 0.5) - x(from) - 2)}
            height={y(0) - y(count)}
          />
          <circle className="chart-halo" cx={(x(from) + x(from + 0.5)) / 2} cy={y(count)} r={9} />
        </g>
      ))}
      {boundary === null ? null : (
        <g>
          <line className="chart-whole" x1={x(boundary)} x2={x(boundary)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
          <text className="chart-label" x={x(boundary)} y={MARGIN.top - 6} textAnchor="middle">
            {props.boundaryLabel} {format(boundary, 2)}
          </text>
        </g>
      )}
      {x.ticks(8).map((tick) => (
        <text key={tick} className="chart-label" x={x(tick)} y={HEIGHT - 26} textAnchor="middle">
          {format(tick, 1)}
        </text>
      ))}
      <text className="chart-label" x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 6} textAnchor="middle">
        z
      </text>
      <text className="chart-label" x={4} y={14}>
        {props.up}
      </text>
    </svg>
  );
}
