import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Format, freePlace, labelSides, type Side, tickDecimals } from './labels.ts';
import { usePoints } from './points.ts';

type Limits = { readonly lower: number; readonly upper: number };

export type FunnelPoint = {
  readonly id: string;
  readonly label: string;
  /** Everything about the point in words. */
  readonly words: string;
  readonly total: number;
  readonly value: number;
  readonly standing: 'within' | 'above-95' | 'below-95' | 'above-998' | 'below-998' | null;
  readonly own: boolean;
};

const WIDTH = 720;
const HEIGHT = 360;
const MARGIN = { top: 16, right: 56, bottom: 44, left: 60 };

/**
 * Places around the whole country's value by how many they count, with 95 % and 99.8 % limits. Never ordered by value: a
 * place outside the limits is worth a look, the others differ as chance would have it. What is outside differs in shape.
 */
export function Funnel(props: {
  readonly title: string;
  readonly points: readonly FunnelPoint[];
  readonly target: number;
  readonly targetLabel: string;
  readonly curve: readonly { readonly total: number; readonly at95: Limits; readonly at998: Limits }[];
  readonly format: Format;
  readonly formatTotal: (total: number) => string;
  readonly xLabel: string;
  readonly limitLabels: { readonly at95: string; readonly at998: string };
}) {
  const { curve, target, format } = props;
  const points = props.points.toSorted((a, b) => a.total - b.total);
  const { chart, point } = usePoints(points.length);
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || points.length === 0) return null;
  const x = scaleLinear([Math.min(0, first.total), last.total], [MARGIN.left, WIDTH - MARGIN.right]);
  const values = points.map(({ value }) => value);
  // The narrow end of the funnel goes far out; the places and the limits from their volume on are what must be seen.
  const low = Math.min(...values, first.at95.lower, last.at998.lower);
  const high = Math.max(...values, first.at95.upper, last.at998.upper);
  const room = (high - low) * 0.08;
  const y = scaleLinear([Math.max(0, low - room), high + room], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5);
  const [bottom = 0, top = 0] = y.domain();
  const path = (of: (row: (typeof curve)[number]) => number) =>
    line<(typeof curve)[number]>(
      (row) => x(row.total),
      (row) => y(Math.min(top, Math.max(bottom, of(row)))),
    )([...curve]) ?? '';
  const labelAt = freePlace(
    points.map((one) => ({ x: x(one.total), y: y(one.value) })),
    y(target),
    props.targetLabel,
    MARGIN.left + 4,
    WIDTH - MARGIN.right,
  );
  const ticks = y.ticks(5);
  // Those that always have their name come first: they keep clear of each other.
  const named = [...points].toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const sides = labelSides(
    named.map((one) => ({ x: x(one.total), y: y(one.value), label: one.label })),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const sideOf = new Map(named.map(({ id }, i) => [id, sides[i] ?? 'end']));
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={props.title} {...chart}>
      {ticks.map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick, tickDecimals(ticks))}
          </text>
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - MARGIN.bottom + 18} textAnchor="middle">
          {props.formatTotal(tick)}
        </text>
      ))}
      <text x={(MARGIN.left + WIDTH - MARGIN.right) / 2} y={HEIGHT - 6} textAnchor="middle">
        {props.xLabel}
      </text>
      <path className="chart-limit" d={path((row) => row.at95.upper)} />
      <path className="chart-limit" d={path((row) => row.at95.lower)} />
      <path className="chart-limit chart-limit-far" d={path((row) => row.at998.upper)} />
      <path className="chart-limit chart-limit-far" d={path((row) => row.at998.lower)} />
      <text x={x(last.total) + 6} y={y(Math.min(top, last.at95.upper))} dy="0.32em">
        {props.limitLabels.at95}
      </text>
      <text x={x(last.total) + 6} y={y(Math.min(top, last.at998.upper))} dy="0.32em">
        {props.limitLabels.at998}
      </text>
      <line className="chart-whole" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(target)} y2={y(target)} />
      <text className="chart-label" {...labelAt} dy="-0.4em">
        {props.targetLabel}
      </text>
      {points.map((one, i) => (
        <g key={one.id} {...point(i)} aria-label={one.words} transform={`translate(${x(one.total)} ${y(one.value)})`}>
          <title>{one.words}</title>
          <circle className="chart-halo" r={11} />
          <path className={markClass(one)} d={markOf(one.standing)} />
          <text
            className={isNamed(one) ? 'chart-label' : 'chart-label chart-on-focus'}
            {...sidePlaces[sideOf.get(one.id) ?? 'end']}
            dy="0.32em"
          >
            {one.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

const sidePlaces = {
  end: { x: 10 },
  start: { x: -10, textAnchor: 'end' },
  above: { y: -17, textAnchor: 'middle' },
  below: { y: 17, textAnchor: 'middle' },
} as const satisfies Readonly<Record<Side, object>>;

function isNamed({ standing, own }: FunnelPoint): boolean {
  return own || isOutside(standing);
}

function isOutside(standing: FunnelPoint['standing']): boolean {
  return standing !== null && standing !== 'within';
}

function markClass({ standing, own }: FunnelPoint): string {
  const tone = standing?.endsWith('998') ? ' chart-mark-far' : isOutside(standing) ? ' chart-mark-near' : '';
  return `chart-mark${tone}${own ? ' chart-mark-own' : ''}`;
}

const CIRCLE = 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z';
const DIAMOND = 'M0,-7L7,0L0,7L-7,0Z';
const UP = 'M0,-8L8,6L-8,6Z';
const DOWN = 'M0,8L8,-6L-8,-6Z';

/** Within: a circle. Outside 95 %: a diamond. Outside 99.8 %: a triangle that points to its side. */
function markOf(standing: FunnelPoint['standing']): string {
  if (standing === 'above-998') return UP;
  if (standing === 'below-998') return DOWN;
  return isOutside(standing) ? DIAMOND : CIRCLE;
}
