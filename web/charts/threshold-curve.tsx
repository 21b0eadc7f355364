import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export type CurveLine = { readonly key: string; readonly label: string; readonly y: readonly number[] };

const WIDTH = 720;
const HEIGHT = 320;
const MARGIN = { top: 56, right: 16, bottom: 44, left: 60 };

/**
 * What becomes of shares (0-1) as a threshold moves: up to three lines over the share that the threshold selects, told apart
 * by stroke and by a key, with a line where the threshold stands. Pure SVG; `describe` says in words what it shows there.
 */
export function ThresholdCurve(props: {
  readonly title: string;
  readonly x: readonly number[];
  readonly lines: readonly CurveLine[];
  /** Index of the point where the threshold stands. */
  readonly at: number;
  readonly describe: string;
  readonly xLabel: string;
  readonly format: (value: number) => string;
}) {
  const { x: values, format } = props;
  const x = scaleLinear([0, 1], [MARGIN.left, WIDTH - MARGIN.right]);
  const highest = Math.max(1, ...props.lines.flatMap(({ y }) => y));
  const y = scaleLinear([0, highest], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const path = (of: readonly number[]) =>
    line<number>(
      (_, i) => x(values[i] ?? 0),
      (value) => y(value),
    )([...of]) ?? '';
  const stands = x(values[props.at] ?? 0);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${props.title}. ${props.describe}`}
    >
      {y.ticks(5).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {x.ticks(5).map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - MARGIN.bottom + 18} textAnchor="middle">
          {format(tick)}
        </text>
      ))}
      <text className="chart-label" x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 6} textAnchor="middle">
        {props.xLabel}
      </text>
      {props.lines.map((one, i) => (
        <g key={one.key}>
          <path className={`chart-curve chart-curve-${i + 1}`} d={path(one.y)} />
          <path className={`chart-curve chart-curve-${i + 1}`} d={`M${MARGIN.left},${12 + i * 16} h32`} />
          <text className="chart-label" x={MARGIN.left + 40} y={12 + i * 16} dy="0.32em">
            {one.label}
          </text>
          <circle className="chart-point" cx={stands} cy={y(one.y[props.at] ?? 0)} r={4} />
        </g>
      ))}
      <line className="chart-whole" x1={stands} x2={stands} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
    </svg>
  );
}
