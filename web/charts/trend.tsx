import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { type Format, spread, tickDecimals, widthOf } from './labels.ts';
import { usePoints } from './points.ts';

export type TrendPoint = {
  readonly year: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

export type TrendTarget = { readonly label: string; readonly value: number };

const WIDTHS = { wide: 720, narrow: 400 } as const;
const HEIGHT = 280;
const MARGIN = { top: 16, right: 16, bottom: 28, left: 60 };

/**
 * One figure over the years: each year with its 95 % interval, the whole country behind as a band with its line, and the
 * target levels as lines. Pure SVG: renders on the server, prints, and is described by `title` and the table beside it.
 */
export function Trend(props: {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  /** The whole country, when the points are of a part of it. */
  readonly nation?: readonly TrendPoint[];
  readonly targets?: readonly TrendTarget[];
  /** For a handful of years: fits a telephone without scrolling. */
  readonly narrow?: boolean;
  readonly format: Format;
  /** A point in words; its year, value and interval if not given. */
  readonly describe?: (point: TrendPoint) => string;
}) {
  const { points, format, nation = points, targets = [], narrow = false } = props;
  const width = WIDTHS[narrow ? 'narrow' : 'wide'];
  // The levels are named at the end of their lines.
  const right = width - MARGIN.right - Math.max(0, ...targets.map(({ label }) => widthOf(label)));
  const { chart, point } = usePoints(points.length);
  const years = [...points, ...nation].map(({ year }) => year);
  if (points.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([first - 0.3, Math.max(last, first + 1) + 0.3], [MARGIN.left, right]);
  const scale = scaleLinear(extent([...points, ...nation], targets), [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const y = scale.clamp(true);
  const band = area<TrendPoint>(
    (p) => x(p.year),
    (p) => y(p.lower),
    (p) => y(p.upper),
  )([...nation]);
  const path = (of: readonly TrendPoint[]) =>
    line<TrendPoint>(
      (p) => x(p.year),
      (p) => y(p.value),
    )([...of]) ?? '';
  const ticks = y.ticks(5);
  const levels = spread(targets.map(({ value }) => y(value)));
  const inWords = (p: TrendPoint) =>
    props.describe?.(p) ?? `${p.year}: ${format(p.value)} (${format(p.lower)}–${format(p.upper)})`;
  return (
    <svg
      className={narrow ? 'chart chart-narrow' : 'chart'}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-label={props.title}
      {...chart}
    >
      {ticks.map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick, tickDecimals(ticks))}
          </text>
        </g>
      ))}
      <path className="chart-band" d={band ?? ''} />
      {nation === points ? null : <path className="chart-nation" d={path(nation)} />}
      {targets.map((target) => (
        <g key={target.label}>
          <line className="chart-target" x1={MARGIN.left} x2={right} y1={y(target.value)} y2={y(target.value)} />
        </g>
      ))}
      <path className="chart-line" d={path(points)} />
      {points.map((p, i) => (
        <g key={p.year} {...point(i)} aria-label={inWords(p)}>
          <title>{inWords(p)}</title>
          <circle className="chart-halo" cx={x(p.year)} cy={y(p.value)} r={11} />
          <line className="chart-interval" x1={x(p.year)} x2={x(p.year)} y1={y(p.lower)} y2={y(p.upper)} />
          <circle className="chart-point" cx={x(p.year)} cy={y(p.value)} r={4} />
          <text className="chart-label chart-on-focus" x={x(p.year)} y={y(p.upper) - 8} textAnchor="middle">
            {format(p.value)}
          </text>
        </g>
      ))}
      {targets.map(({ label }, i) => (
        <text key={label} className="chart-label" x={right + 8} y={levels[i]} dy="0.32em">
          {label}
        </text>
      ))}
      {[...new Set(years)].map((year) => (
        <text key={year} className="chart-label" x={x(year)} y={HEIGHT - 8} textAnchor="middle">
          {year}
        </text>
      ))}
    </svg>
  );
}

function extent(points: readonly TrendPoint[], targets: readonly TrendTarget[]): [number, number] {
  // A year of a handful of women would make every other year a flat line: its interval ends at the edge.
  const widths = points.map((p) => p.upper - p.lower).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  const told = points.flatMap((p) => (p.upper - p.lower > 4 * usual ? [p.value] : [p.lower, p.upper]));
  const values = [...told, ...targets.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? [low - 1, high + 1] : [Math.max(0, low - (high - low) * 0.1), high + (high - low) * 0.05];
}
