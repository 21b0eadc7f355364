import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

export type TrendPoint = {
  readonly year: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

const WIDTH = 720;
const HEIGHT = 260;
const MARGIN = { top: 16, right: 16, bottom: 28, left: 52 };

/**
 * One figure over the years with its 95 % interval as a band. Pure SVG: renders on the server, prints, and is described
 * by `title` and by the table that stands beside it.
 */
export function Trend(props: {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly format: (value: number) => string;
}) {
  const { points, format } = props;
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return null;
  const x = scaleLinear([first.year, Math.max(last.year, first.year + 1)], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLinear(extent(points), [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const band = area<TrendPoint>(
    (p) => x(p.year),
    (p) => y(p.lower),
    (p) => y(p.upper),
  )([...points]);
  const path = line<TrendPoint>(
    (p) => x(p.year),
    (p) => y(p.value),
  )([...points]);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.title}>
      {y.ticks(5).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <path className="chart-band" d={band ?? ''} />
      <path className="chart-line" d={path ?? ''} />
      {points.map((p) => (
        <g key={p.year}>
          <circle className="chart-point" cx={x(p.year)} cy={y(p.value)} r={4}>
            <title>{`${p.year}: ${format(p.value)} (${format(p.lower)}–${format(p.upper)})`}</title>
          </circle>
          <text className="chart-label" x={x(p.year)} y={HEIGHT - 8} textAnchor="middle">
            {p.year}
          </text>
        </g>
      ))}
    </svg>
  );
}

function extent(points: readonly TrendPoint[]): [number, number] {
  const low = Math.min(...points.map((p) => p.lower));
  const high = Math.max(...points.map((p) => p.upper));
  return low === high ? [low - 1, high + 1] : [Math.max(0, low - (high - low) * 0.1), high];
}
