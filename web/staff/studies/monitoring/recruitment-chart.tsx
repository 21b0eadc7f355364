import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { usePoints } from '#web/charts/points';

const WIDTH = 720;
const HEIGHT = 280;
const MARGIN = { top: 16, right: 16, bottom: 30, left: 64 };

type Month = { readonly month: string; readonly planned: number; readonly recruited: number | null };

/** Allocated against plan, cumulative by month. Pure SVG, gone through with the arrow keys. */
export function RecruitmentChart(props: {
  readonly title: string;
  readonly months: readonly Month[];
  readonly plannedLabel: string;
  readonly recruitedLabel: string;
  readonly format: (count: number) => string;
  readonly formatMonth: (month: string) => string;
}) {
  const { months, format, formatMonth } = props;
  const { chart, point } = usePoints(months.length);
  const most = Math.max(1, ...months.flatMap(({ planned, recruited }) => [planned, recruited ?? 0]));
  const x = scaleLinear([0, Math.max(1, months.length - 1)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const real = months.flatMap((one, i) =>
    one.recruited === null ? [] : [[x(i), y(one.recruited)] as [number, number]],
  );
  const planned = months.map((one, i) => [x(i), y(one.planned)] as [number, number]);
  const every = Math.ceil(months.length / 8);
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
      <path className="chart-plan" d={line()(planned) ?? ''} />
      {planned.length === 1
        ? planned.map(([at, level]) => <circle key={at} className="chart-mark" cx={at} cy={level} r={4} />)
        : null}
      <path className="chart-line" d={line()(real) ?? ''} />
      {months.map((one, i) => {
        const words = `${formatMonth(one.month)}: ${props.plannedLabel} ${format(one.planned)}${one.recruited === null ? '' : `, ${props.recruitedLabel} ${format(one.recruited)}`}`;
        return (
          <g key={one.month} {...point(i)} aria-label={words}>
            <title>{words}</title>
            <circle className="chart-halo" cx={x(i)} cy={y(one.recruited ?? one.planned)} r={10} />
            {one.recruited === null ? null : <circle className="chart-point" cx={x(i)} cy={y(one.recruited)} r={3} />}
          </g>
        );
      })}
      {months.map((one, i) =>
        i % every === 0 ? (
          <text key={one.month} className="chart-label" x={x(i)} y={HEIGHT - 8} textAnchor="middle">
            {formatMonth(one.month)}
          </text>
        ) : null,
      )}
      <Legend planned={props.plannedLabel} recruited={props.recruitedLabel} />
    </svg>
  );
}

function Legend({ planned, recruited }: { readonly planned: string; readonly recruited: string }) {
  const [left, top] = [MARGIN.left + 12, MARGIN.top + 8];
  return (
    <g>
      <path className="chart-line" d={`M${left} ${top}h28`} />
      <text className="chart-label" x={left + 34} y={top} dy="0.32em">
        {recruited}
      </text>
      <path className="chart-plan" d={`M${left} ${top + 18}h28`} />
      <text className="chart-label" x={left + 34} y={top + 18} dy="0.32em">
        {planned}
      </text>
    </g>
  );
}
