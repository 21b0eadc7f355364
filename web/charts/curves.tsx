import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { usePoints } from './points.ts';
import './curves.css';

export type CurvePoint = { readonly x: number; readonly y: number };

export type Curve = {
  readonly id: string;
  readonly label: string;
  readonly points: readonly CurvePoint[];
  /** Drawn differently, so that they can be told apart without colour; `plain` is what one compares with. */
  readonly style: 'first' | 'second' | 'plain';
};

export type CurveMark = CurvePoint & {
  readonly id: string;
  readonly label: string;
  /** A reader is a diamond, a threshold of the score a circle. */
  readonly kind: 'reader' | 'threshold';
  /** The point in words. */
  readonly words: string;
};

const SIZE = { square: { width: 440, height: 420 }, wide: { width: 720, height: 300 } } as const;
const MARGIN = { top: 14, right: 18, bottom: 44, left: 58 };
const LINE: Readonly<Record<Curve['style'], string>> = {
  first: 'chart-line',
  second: 'chart-line chart-line-second',
  plain: 'chart-limit',
};

/**
 * Curves in one plane: ROC, precision against recall, net benefit. The marks on them are one tab stop, and arrow keys go
 * from mark to mark. Pure SVG: renders on the server and prints; the table beside it says the same.
 */
export function Curves(props: {
  readonly title: string;
  readonly curves: readonly Curve[];
  /** Behind the first curve, by x. */
  readonly band?: readonly { readonly x: number; readonly lower: number; readonly upper: number }[];
  readonly marks?: readonly CurveMark[];
  readonly x: {
    readonly label: string;
    readonly domain: readonly [number, number];
    readonly format: (value: number) => string;
  };
  readonly y: {
    readonly label: string;
    readonly domain: readonly [number, number];
    readonly format: (value: number) => string;
  };
  readonly shape?: 'square' | 'wide';
}) {
  const { curves, marks = [], band, shape = 'square' } = props;
  const { chart, point } = usePoints(marks.length);
  const { width, height } = SIZE[shape];
  const x = scaleLinear([...props.x.domain], [MARGIN.left, width - MARGIN.right]).clamp(true);
  const y = scaleLinear([...props.y.domain], [height - MARGIN.bottom, MARGIN.top]).clamp(true);
  const path = line<CurvePoint>(
    (p) => x(p.x),
    (p) => y(p.y),
  );
  const behind = area<{ x: number; lower: number; upper: number }>(
    (p) => x(p.x),
    (p) => y(p.lower),
    (p) => y(p.upper),
  );
  // A chart without marks is one image; with marks it is a group of them.
  const role = marks.length > 0 ? chart : { ref: chart.ref, role: 'img' };
  return (
    <svg
      className={`chart${shape === 'square' ? ' chart-narrow' : ''}`}
      viewBox={`0 0 ${width} ${height}`}
      aria-label={props.title}
      {...role}
    >
      {y.ticks(5).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {props.y.format(tick)}
          </text>
        </g>
      ))}
      {x.ticks(shape === 'square' ? 5 : 8).map((tick) => (
        <g key={tick} className="chart-grid">
          <line x1={x(tick)} x2={x(tick)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          <text x={x(tick)} y={height - MARGIN.bottom + 16} textAnchor="middle">
            {props.x.format(tick)}
          </text>
        </g>
      ))}
      <text className="chart-label" x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 6} textAnchor="middle">
        {props.x.label}
      </text>
      <text
        className="chart-label"
        transform={`translate(14 ${(MARGIN.top + height - MARGIN.bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {props.y.label}
      </text>
      {band ? <path className="chart-band" d={behind([...band]) ?? ''} /> : null}
      {curves.map((one) => (
        <path key={one.id} className={LINE[one.style]} d={path([...one.points]) ?? ''}>
          <title>{one.label}</title>
        </path>
      ))}
      {marks.map((mark, i) => (
        <g key={mark.id} {...point(i)} aria-label={mark.words} transform={`translate(${x(mark.x)} ${y(mark.y)})`}>
          <title>{mark.words}</title>
          <circle className="chart-halo" r={11} />
          {mark.kind === 'reader' ? (
            <path className="chart-mark chart-mark-near" d="M0,-6L6,0L0,6L-6,0Z" />
          ) : (
            <circle className="chart-mark" r={4.5} />
          )}
          <text
            className="chart-label chart-on-focus"
            x={x(mark.x) > width * 0.6 ? -10 : 10}
            dy="0.32em"
            textAnchor={x(mark.x) > width * 0.6 ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** What the lines and marks are, under the chart. */
export function CurveLegend(props: {
  readonly curves: readonly Pick<Curve, 'id' | 'label' | 'style'>[];
  readonly marks?: readonly { readonly kind: CurveMark['kind']; readonly label: string }[];
}) {
  return (
    <ul className="curve-legend">
      {props.curves.map(({ id, label, style }) => (
        <li key={id}>
          <svg className="curve-key" viewBox="0 0 28 10" aria-hidden="true">
            <line className={LINE[style]} x1={0} x2={28} y1={5} y2={5} />
          </svg>
          {label}
        </li>
      ))}
      {props.marks?.map(({ kind, label }) => (
        <li key={kind}>
          <svg className="curve-key" viewBox="0 0 28 14" aria-hidden="true">
            {kind === 'reader' ? (
              <path className="chart-mark chart-mark-near" d="M14,1L20,7L14,13L8,7Z" />
            ) : (
              <circle className="chart-mark" cx={14} cy={7} r={4.5} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
