import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import './charts.css';

export type ControlPoint = {
  /** Days since 1970-01-01: points stand where they were measured. */
  readonly day: number;
  readonly label: string;
  readonly value: number;
  readonly within: boolean;
};

const WIDTH = 720;
const HEIGHT = 220;
const MARGIN = { top: 14, right: 16, bottom: 28, left: 56 };

/**
 * One figure over time with the limits it is held to as lines. A point beyond a limit is a cross, so that it is seen
 * without colour. Pure SVG: renders on the server and prints; the table beside it says the same.
 */
export function ControlChart(props: {
  readonly title: string;
  readonly points: readonly ControlPoint[];
  readonly min: number | null;
  readonly max: number | null;
  readonly format: (value: number) => string;
}) {
  const { min, max, format } = props;
  const points = [...props.points].sort((a, b) => a.day - b.day);
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return null;
  const values = [...points.map((p) => p.value), ...(min === null ? [] : [min]), ...(max === null ? [] : [max])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high === low ? 1 : (high - low) * 0.12;
  const x = scaleLinear([first.day, Math.max(last.day, first.day + 1)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear(
    [low < 0 ? low - room : Math.max(0, low - room), high + room],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  ).nice(4);
  const path = line<ControlPoint>(
    (p) => x(p.day),
    (p) => y(p.value),
  )(points);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.title}>
      {y.ticks(4).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {min === null ? null : <Limit at={y(min)} />}
      {max === null ? null : <Limit at={y(max)} />}
      <path className="chart-line" d={path ?? ''} />
      {points.map((p) => (
        <g key={p.day}>
          {p.within ? (
            <circle className="chart-point" cx={x(p.day)} cy={y(p.value)} r={4} />
          ) : (
            <path className="chart-cross" d={`M${x(p.day) - 5},${y(p.value) - 5}l10,10m0,-10l-10,10`} />
          )}
          <title>{`${p.label}: ${format(p.value)}`}</title>
        </g>
      ))}
      <text className="chart-label" x={MARGIN.left} y={HEIGHT - 8}>
        {first.label}
      </text>
      {last.day > first.day ? (
        <text className="chart-label" x={WIDTH - MARGIN.right} y={HEIGHT - 8} textAnchor="end">
          {last.label}
        </text>
      ) : null}
    </svg>
  );
}

function Limit({ at }: { readonly at: number }) {
  return <line className="chart-whole" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={at} y2={at} />;
}
