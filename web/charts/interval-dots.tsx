import { scaleLinear } from 'd3-scale';
import { usePoints } from './points.ts';

export type IntervalDot = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** The same in the whole country, when the dot is of a part of it. */
  readonly nation?: number | undefined;
};

const WIDTH = 720;
const ROW = 26;
const MARGIN = { top: 24, right: 32, bottom: 8, left: 220 };

/**
 * One figure in several groups: a dot with its 95 % interval each, in the order of the groups (never a league table), and
 * the whole as a line across.
 */
export function IntervalDots(props: {
  readonly title: string;
  readonly dots: readonly IntervalDot[];
  readonly whole: number | null;
  readonly wholeLabel: string;
  readonly format: (value: number) => string;
}) {
  const { dots, format, whole } = props;
  const { chart, point } = usePoints(dots.length);
  if (dots.length === 0) return null;
  const height = MARGIN.top + dots.length * ROW + MARGIN.bottom;
  const values = dots.flatMap((dot) => [dot.lower, dot.upper, dot.nation ?? dot.value]).concat(whole ?? []);
  const x = scaleLinear([Math.min(...values), Math.max(...values)], [MARGIN.left, WIDTH - MARGIN.right]).nice(6);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${height}`} aria-label={props.title} {...chart}>
      {x.ticks(6).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={x(tick)} x2={x(tick)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          <text x={x(tick)} y={MARGIN.top - 8} textAnchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      {whole === null ? null : (
        <line className="chart-whole" x1={x(whole)} x2={x(whole)} y1={MARGIN.top} y2={height - MARGIN.bottom}>
          <title>{`${props.wholeLabel}: ${format(whole)}`}</title>
        </line>
      )}
      {dots.map((dot, i) => {
        const y = MARGIN.top + i * ROW + ROW / 2;
        const words = `${dot.label}: ${format(dot.value)} (${format(dot.lower)}–${format(dot.upper)})`;
        const beside = dot.nation === undefined ? words : `${words}. ${props.wholeLabel}: ${format(dot.nation)}`;
        return (
          <g key={dot.key}>
            <text className="chart-label" x={MARGIN.left - 12} y={y} dy="0.32em" textAnchor="end">
              {dot.label}
            </text>
            <g {...point(i)} aria-label={beside}>
              <title>{beside}</title>
              <circle className="chart-halo" cx={x(dot.value)} cy={y} r={11} />
              <line className="chart-interval" x1={x(dot.lower)} x2={x(dot.upper)} y1={y} y2={y} />
              <circle className="chart-point" cx={x(dot.value)} cy={y} r={4.5} />
              {dot.nation === undefined ? null : (
                <line className="chart-nation" x1={x(dot.nation)} x2={x(dot.nation)} y1={y - 8} y2={y + 8} />
              )}
            </g>
          </g>
        );
      })}
    </svg>
  );
}
