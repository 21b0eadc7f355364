/** What is written in a chart, and where there is room for it. */
type Place = { readonly x: number; readonly y: number };

/** How a chart writes a value; along an axis the ticks say how many decimals they need. */
export type Format = (value: number, decimals?: number) => string;

/** The fewest decimals that tell the ticks of an axis from each other. */
export function tickDecimals(ticks: readonly number[]): number {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
  return [0, 1, 2, 3].find((decimals) => ticks.every((tick) => isWhole(tick * 10 ** decimals))) ?? 3;
}

/** Seven units a letter of 12 is on the wide side for digits and most letters. */
export function widthOf(words: string): number {
  return words.length * 7;
}

/** Where on a level line from `from` to `to` the words above it hide the fewest marks, from its beginning on. */
export function freePlace(marks: readonly Place[], y: number, words: string, from: number, to: number): Place {
  const wide = widthOf(words);
  const starts: number[] = [];
  for (let x = from; x + wide <= to; x += 16) starts.push(x);
  const hidden = (start: number) =>
    marks.filter((one) => one.x > start - 8 && one.x < start + wide + 8 && one.y > y - 22 && one.y < y + 4).length;
  const [x = from] = starts.toSorted((a, b) => hidden(a) - hidden(b));
  return { x, y };
}

const LINE = 15;

/** Heights of labels beside each other's lines, moved down as little as keeps a line's height between them. */
export function spread(heights: readonly number[]): readonly number[] {
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, height] of [...heights.entries()].toSorted(([, a], [, b]) => a - b)) {
    last = Math.max(height, last + LINE);
    placed[i] = last;
  }
  return placed;
}

export type Side = 'end' | 'start' | 'above' | 'below';
const sides: readonly Side[] = ['end', 'start', 'above', 'below'];

/** On which side of its point each label hides the least: the edge, labels placed before it, marks; the first of the best. */
export function labelSides(
  points: readonly { readonly x: number; readonly y: number; readonly label: string }[],
  left: number,
  right: number,
): readonly Side[] {
  const placed: Frame[] = [];
  return points.map((point) => {
    const { x, y, label } = point;
    const marks = points.filter((one) => one !== point).map((one) => markFrame(one.x, one.y));
    const hides = (frame: Frame) =>
      (frame.from < left || frame.to > right ? 100 : 0) +
      10 * placed.filter((other) => overlaps(frame, other)).length +
      marks.filter((mark) => overlaps(frame, mark)).length;
    const [best] = sides
      .map((side) => ({ side, frame: frameOf(side, x, y, widthOf(label)) }))
      .toSorted((a, b) => hides(a.frame) - hides(b.frame));
    if (best) placed.push(best.frame);
    return best?.side ?? 'end';
  });
}

function markFrame(x: number, y: number): Frame {
  return { from: x - 7, to: x + 7, top: y - 7, bottom: y + 7 };
}

type Frame = { readonly from: number; readonly to: number; readonly top: number; readonly bottom: number };

function frameOf(side: Side, x: number, y: number, wide: number): Frame {
  if (side === 'end') return { from: x + 10, to: x + 10 + wide, top: y - 7, bottom: y + 7 };
  if (side === 'start') return { from: x - 10 - wide, to: x - 10, top: y - 7, bottom: y + 7 };
  const top = side === 'above' ? y - 24 : y + 10;
  return { from: x - wide / 2, to: x + wide / 2, top, bottom: top + 14 };
}

function overlaps(a: Frame, b: Frame): boolean {
  return a.from < b.to && b.from < a.to && a.top < b.bottom && b.top < a.bottom;
}
