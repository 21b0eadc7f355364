import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { type Format, tickDecimals } from './labels.ts';
import type { TrendPoint } from './trend.tsx';

export type Multiple = {
  readonly id: string;
  readonly label: string;
  /** What the little chart shows, in a sentence. */
  readonly words: string;
  readonly points: readonly TrendPoint[];
  readonly own: boolean;
};

const WIDTH = 180;
const HEIGHT = 90;
const MARGIN = { top: 6, right: 6, bottom: 16, left: 34 };

/** The same figure in many places over the years, each in its own little chart, all on one scale with the country behind. */
export function SmallMultiples(props: {
  readonly multiples: readonly Multiple[];
  readonly nation: readonly TrendPoint[];
  readonly format: Format;
}) {
  const { multiples, nation, format } = props;
  const values = [
    ...multiples.flatMap(({ points }) => points.map(({ value }) => value)),
    ...nation.map((p) => p.value),
  ];
  const years = nation.map(({ year }) => year);
  if (values.length === 0 || years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([first, Math.max(last, first + 1)], [MARGIN.left, WIDTH - MARGIN.right]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(3);
  const ticks = y.ticks(3);
  const path = (points: readonly TrendPoint[]) =>
    line<TrendPoint>(
      (p) => x(p.year),
      (p) => y(p.value),
    )([...points]) ?? '';
  const band = area<TrendPoint>(
    (p) => x(p.year),
    (p) => y(Math.max(p.lower, y.domain()[0] ?? p.lower)),
    (p) => y(Math.min(p.upper, y.domain()[1] ?? p.upper)),
  )([...nation]);
  return (
    <ul className="small-multiples">
      {multiples.map((one) => (
        <li key={one.id} data-own={one.own}>
          <span aria-hidden="true">{one.label}</span>
          <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={one.words}>
            {ticks.map((tick) => (
              <g key={tick} className="chart-grid">
                <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
                <text x={MARGIN.left - 4} y={y(tick)} dy="0.32em" textAnchor="end">
                  {format(tick, tickDecimals(ticks))}
                </text>
              </g>
            ))}
            <path className="chart-band" d={band ?? ''} />
            <path className="chart-nation" d={path(nation)} />
            <path className="chart-line" d={path(one.points)} />
            <text x={x(first)} y={HEIGHT - 3}>
              {first}
            </text>
            <text x={x(Math.max(last, first + 1))} y={HEIGHT - 3} textAnchor="end">
              {last}
            </text>
          </svg>
        </li>
      ))}
    </ul>
  );
}
