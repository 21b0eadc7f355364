import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

const WIDTH = 96;
const HEIGHT = 24;

/** A figure over the years in the height of a line of text. `words` says what it shows. */
export function Spark(props: {
  readonly words: string;
  readonly points: readonly { readonly year: number; readonly value: number }[];
}) {
  const { points } = props;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear([first.year, last.year], [4, WIDTH - 6]);
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [HEIGHT - 4, 4]);
  const path = line<(typeof points)[number]>(
    (p) => x(p.year),
    (p) => y(p.value),
  )([...points]);
  return (
    <svg
      className="spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={props.words}
    >
      <path className="chart-line" d={path ?? ''} />
      <circle className="chart-point" cx={x(last.year)} cy={y(last.value)} r={3} />
    </svg>
  );
}
