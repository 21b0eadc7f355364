import type { BoardReport } from '#contracts/study-safety';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { usePoints } from '#web/charts/points';
import { DataTable } from '../../components/data-table.tsx';
import { ChartPart } from '../../quality/chart-part.tsx';
import { useText } from '../../text.tsx';
import { useMonitoringText } from './monitoring-text.ts';

type Standing = BoardReport['standing'][number];
type Look = Standing['planned'][number];

/** Boundaries at the planned looks, and z where we are, for each arm against control. */
export function BoundaryPart({ view }: { readonly view: BoardReport }) {
  const { written, formatNumber, formatPercent } = useText();
  const words = useMonitoringText();
  return view.standing.map((one) => {
    const name = view.armNames[one.arm]?.[written] ?? one.arm;
    const bound = one.now?.z == null ? words.tooEarly : formatNumber(one.now.z, 3);
    const finding =
      one.z === null
        ? `${name}: ${words.boundaryNone}`
        : `${name}: ${words.boundaryFinding(formatNumber(one.z, 2), bound)}`;
    const rows = [
      ...one.planned.map((look) => ({ look, what: words.planned })),
      ...one.taken.map((look) => ({ look, what: words.taken })),
      ...(one.now ? [{ look: one.now, what: words.now }] : []),
    ];
    return (
      <ChartPart
        key={one.arm}
        finding={finding}
        file={`${view.head.studyId}-boundary-${one.arm}`}
        how={`${view.plan.margin === null ? words.superiority(formatNumber(view.plan.alpha, 3)) : words.planWords(formatNumber(1000 * view.plan.margin, 2), formatNumber(view.plan.alpha, 3))} ${one.crossed ? words.crossed : words.notCrossed}.`}
        chart={
          <BoundaryChart
            standing={one}
            title={finding}
            format={(z) => formatNumber(z, 1)}
            percent={(t) => formatPercent(t, 0)}
            across={words.informationAxis}
          />
        }
        table={
          <DataTable
            caption={words.boundaryTitle}
            name={`looks-${one.arm}`}
            rows={rows}
            rowKey={({ look, what }) => `${what} ${look.information}`}
            columns={[
              { key: 'what', header: words.look, rowHeader: true, cell: ({ what }) => what },
              {
                key: 'information',
                header: words.information,
                align: 'end',
                cell: ({ look }) => formatPercent(look.information, 1),
              },
              {
                key: 'z',
                header: words.boundary,
                align: 'end',
                cell: ({ look }) => (look.z === null ? '–' : formatNumber(look.z, 4)),
              },
              { key: 'p', header: words.pValue, align: 'end', cell: ({ look }) => formatNumber(look.p, 5) },
              { key: 'spent', header: words.spent, align: 'end', cell: ({ look }) => formatNumber(look.spent, 5) },
            ]}
          />
        }
      />
    );
  });
}

const WIDTH = 720;
const HEIGHT = 280;
const MARGIN = { top: 16, right: 24, bottom: 50, left: 56 };

function BoundaryChart(props: {
  readonly standing: Standing;
  readonly title: string;
  readonly format: (z: number) => string;
  readonly percent: (share: number) => string;
  /** What the axis across is. */
  readonly across: string;
}) {
  const { standing, format, percent } = props;
  const bounds = standing.planned.filter((look): look is Look & { z: number } => look.z !== null);
  const here = standing.z === null ? [] : [standing.z];
  const { chart, point } = usePoints(bounds.length + here.length);
  const values = [...bounds.map(({ z }) => z), ...here, 0];
  const x = scaleLinear([0, Math.max(1, standing.information)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear(
    [Math.min(...values) - 0.3, Math.max(...values) + 0.3],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  ).nice(5);
  const path = line<Look & { z: number }>(
    (look) => x(look.information),
    (look) => y(look.z),
  )(bounds);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={props.title} {...chart}>
      {y.ticks(5).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <text key={share} className="chart-label" x={x(share)} y={HEIGHT - 30} textAnchor="middle">
          {percent(share)}
        </text>
      ))}
      <text className="chart-label" x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 8} textAnchor="middle">
        {props.across}
      </text>
      <text className="chart-label" x={8} y={(MARGIN.top + HEIGHT - MARGIN.bottom) / 2} dy="0.32em">
        z
      </text>
      <path className="chart-plan" d={path ?? ''} />
      {bounds.map((look, i) => (
        <g key={look.information} {...point(i)} aria-label={`${percent(look.information)}: ${format(look.z)}`}>
          <circle className="chart-halo" cx={x(look.information)} cy={y(look.z)} r={10} />
          <circle className="chart-mark" cx={x(look.information)} cy={y(look.z)} r={4} />
        </g>
      ))}
      {here.map((z) => (
        <g key="here" {...point(bounds.length)} aria-label={`${percent(standing.information)}: z ${format(z)}`}>
          <circle className="chart-halo" cx={x(standing.information)} cy={y(z)} r={11} />
          <circle className="chart-point" cx={x(standing.information)} cy={y(z)} r={6} />
        </g>
      ))}
    </svg>
  );
}
