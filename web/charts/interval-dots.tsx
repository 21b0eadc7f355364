import { scaleLinear } from 'd3-scale';
import { type Format, tickDecimals } from './labels.ts';
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

const WIDTH = { wide: 720, narrow: 440 } as const;
const LABELS = { wide: 240, narrow: 110 } as const;
const ROW = 26;
const EDGE = { top: 24, right: 32, bottom: 8 };

/**
 * One figure in several groups: a dot with its 95 % interval each, in the order of the groups (never a league table), and
 * the whole as a line across.
 */
export function IntervalDots(props: {
  readonly title: string;
  readonly dots: readonly IntervalDot[];
  readonly whole: number | null;
  readonly wholeLabel: string;
  /** Of the dots' `nation`, when they have one. */
  readonly nationLabel?: string;
  readonly format: Format;
  /** Beside another chart, with short labels. */
  readonly narrow?: boolean;
}) {
  const { dots, format, whole } = props;
  const size = props.narrow ? 'narrow' : 'wide';
  const width = WIDTH[size];
  const margin = { ...EDGE, left: LABELS[size] };
  const { chart, point } = usePoints(dots.length);
  if (dots.length === 0) return null;
  const height = margin.top + dots.length * ROW + margin.bottom;
  const values = dots.flatMap((dot) => [dot.lower, dot.upper, dot.nation ?? dot.value]).concat(whole ?? []);
  const x = scaleLinear([Math.min(...values), Math.max(...values)], [margin.left, width - margin.right]).nice(
    props.narrow ? 4 : 6,
  );
  const ticks = x.ticks(props.narrow ? 4 : 6);
  return (
    <svg className={`chart chart-${size}`} viewBox={`0 0 ${width} ${height}`} aria-label={props.title} {...chart}>
      {ticks.map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={x(tick)} x2={x(tick)} y1={margin.top} y2={height - margin.bottom} />
          <text x={x(tick)} y={margin.top - 8} textAnchor="middle">
            {format(tick, tickDecimals(ticks))}
          </text>
        </g>
      ))}
      {whole === null ? null : (
        <line className="chart-whole" x1={x(whole)} x2={x(whole)} y1={margin.top} y2={height - margin.bottom}>
          <title>{`${props.wholeLabel}: ${format(whole)}`}</title>
        </line>
      )}
      {dots.map((dot, i) => {
        const y = margin.top + i * ROW + ROW / 2;
        const words = `${dot.label}: ${format(dot.value)} (${format(dot.lower)}–${format(dot.upper)})`;
        const beside =
          dot.nation === undefined
            ? words
            : `${words}. ${props.nationLabel ?? props.wholeLabel}: ${format(dot.nation)}`;
        return (
          <g key={dot.key}>
            <text className="chart-label" x={margin.left - 12} y={y} dy="0.32em" textAnchor="end">
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
