import type { Box, Line, Row } from './consort-boxes.ts';

const WIDTH = 760;
const GAP = 24;
const ROW_GAP = 34;
const LINE = 17;
const PAD = 10;

type Placed = {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const heightOf = (box: Box) => 2 * PAD + box.lines.length * LINE;

/** The CONSORT flow: boxes with arrows downward, and to the side for those who go no further. Pure SVG; fits A4. */
export function ConsortChart(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly format: (count: number) => string;
}) {
  const { placed, arrows, height } = layOut(props.rows);
  return (
    <svg className="chart consort" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={props.title}>
      {arrows.map(({ from, to }) => (
        <g key={`${from.x} ${from.y} ${to.x} ${to.y}`}>
          <path className="flow-arrow" d={pathOf(from, to)} />
          <path className="flow-head" d={headOf(from, to)} />
        </g>
      ))}
      {placed.map(({ box, x, y, width, height: tall }) => (
        <g key={box.key}>
          <rect className="flow-box" x={x} y={y} width={width} height={tall} rx={3} />
          {box.lines.map((line, i) => (
            <LineOfBox
              key={`${line.words} ${line.inner}`}
              line={line}
              x={x}
              y={y + PAD + (i + 0.75) * LINE}
              width={width}
              format={props.format}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function LineOfBox(props: {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly format: (count: number) => string;
}) {
  const { line, x, y, width } = props;
  const kind = line.inner ? 'flow-text' : 'flow-strong';
  return (
    <>
      <text className={kind} x={x + PAD + (line.inner ? 12 : 0)} y={y}>
        {line.words}
      </text>
      <text className={kind} x={x + width - PAD} y={y} textAnchor="end">
        {line.count < 0 ? `−${props.format(-line.count)}` : props.format(line.count)}
      </text>
    </>
  );
}

type Point = { readonly x: number; readonly y: number };

function layOut(rows: readonly Row[]) {
  const placed: Placed[] = [];
  const arrows: { from: Point; to: Point }[] = [];
  let y = 4;
  let above: readonly Placed[] = [];
  for (const row of rows) {
    const sided = row.boxes.some(({ column }) => column < 0);
    const count = row.boxes.length;
    const width = sided ? 300 : Math.min(420, (WIDTH - (count - 1) * GAP) / count);
    const left = sided ? 20 : (WIDTH - count * width - (count - 1) * GAP) / 2;
    const here = row.boxes.map((box, i) => ({ box, x: left + i * (width + GAP), y, width, height: heightOf(box) }));
    for (const to of here) {
      const from = above.length === here.length ? above[here.indexOf(to)] : above[0];
      if (from)
        arrows.push({
          from: { x: from.x + from.width / 2, y: from.y + from.height },
          to: { x: to.x + to.width / 2, y: to.y },
        });
    }
    const side = row.side ? { box: row.side, x: 400, y, width: WIDTH - 404, height: heightOf(row.side) } : undefined;
    const first = here[0];
    if (side && first) {
      const level = first.y + first.height / 2;
      arrows.push({ from: { x: first.x + first.width, y: level }, to: { x: side.x, y: level } });
    }
    placed.push(...here, ...(side ? [side] : []));
    y += Math.max(...[...here, ...(side ? [side] : [])].map(({ height }) => height)) + ROW_GAP;
    above = here;
  }
  return { placed, arrows, height: y - ROW_GAP + 6 };
}

function pathOf(from: Point, to: Point): string {
  if (from.y === to.y) return `M${from.x} ${from.y}H${to.x - 6}`;
  const middle = to.y - ROW_GAP / 2;
  return `M${from.x} ${from.y}V${middle}H${to.x}V${to.y - 6}`;
}

function headOf(from: Point, to: Point): string {
  return from.y === to.y ? `M${to.x} ${to.y}l-8 -4v8z` : `M${to.x} ${to.y}l-4 -8h8z`;
}
