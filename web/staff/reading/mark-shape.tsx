import { breastOf, type Mark } from '#core/ai/mark';

/** The sketch of an image is this wide and high. */
const WIDTH = 100;
const HEIGHT = 180;

/** Where a machine points, as the product gives it: a polygon, a box, or a ring around the middle. Left images hang mirrored. */
export function MarkShape({ mark }: { readonly mark: Mark }) {
  const mirrored = breastOf(mark.view) === 'left';
  const x = (share: number) => WIDTH * (mirrored ? 1 - share : share);
  const y = (share: number) => HEIGHT * share;
  if (mark.polygon)
    return <polygon className="mark" points={mark.polygon.map(([px, py]) => `${x(px)},${y(py)}`).join(' ')} />;
  if (!mark.box) return <circle className="mark" cx={x(mark.x)} cy={y(mark.y)} r={7} />;
  const { box } = mark;
  const left = mirrored ? x(box.x + box.width) : x(box.x);
  return <rect className="mark" x={left} y={y(box.y)} width={WIDTH * box.width} height={HEIGHT * box.height} rx={2} />;
}
