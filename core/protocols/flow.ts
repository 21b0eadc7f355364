/**
 * The drawn flow of an arm, which words.ts says in words: boxes and arrows, laid out from top to bottom. Reads that are done independently stand side by
 * side between two bars (both are done), the bands of one read under a diamond (one of them is): the signs of an activity
 * diagram, with "and" and "or" between the boxes. An end that not all cases come to leaves to the right. Measures are in pixels of a drawing that is scaled as a whole.
 */
import { action, conditionInWords, namingOf, sentence } from './words.ts';
import type { Protocol, Step } from './protocol.ts';
import type { ProtocolWords } from './words-en.ts';

export type FlowBox = {
  readonly kind: 'machine' | 'read' | 'consensus' | 'end';
  /** Only some cases come here. */
  readonly conditional: boolean;
  readonly condition: readonly string[];
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type FlowArrow = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
/** A bar (all of what hangs under it happens) or a diamond (one of them does), by its middle at the top. */
export type FlowFork = {
  readonly kind: 'all' | 'one';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** A word in the middle between two boxes. */
export type FlowWord = { readonly x: number; readonly y: number; readonly text: string };
export type Flow = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
  readonly forks: readonly FlowFork[];
  readonly words: readonly FlowWord[];
};

const LINE = 17;
const PAD = 12;
const GAP = 28;
const BOX = 236;
const SIDE = 24;
/** Between boxes side by side: room for a word. */
const BETWEEN = 52;
const BAR = 5;
const DIAMOND = 18;
/** Letters in a line: about 6.6 px each at 13 px. */
const LETTERS = Math.floor((BOX - 2 * PAD) / 6.6);

type Row = { readonly kind: 'alone' | 'all' | 'one'; readonly steps: readonly Step[] };
type Point = { readonly x: number; readonly y: number };

/** Lays out an arm. Throws for an arm that the protocol does not have. */
export function flowOf(protocol: Protocol, arm: string, words: ProtocolWords): Flow {
  const naming = namingOf(protocol, arm, words);
  const rows = rowsOf(naming.steps);
  const main = Math.max(...rows.map(widthOf), BOX);
  const middle = 1 + main / 2;
  const width = main + (rows.some(leavesAside) ? SIDE * 2 + BOX : 0) + 2;
  const drawn = { boxes: [] as FlowBox[], arrows: [] as FlowArrow[], forks: [] as FlowFork[], words: [] as FlowWord[] };
  const arrow = (from: Point, to: Point) => drawn.arrows.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y });
  let y = 1;
  let from: readonly Point[] = [];
  for (const row of rows) {
    const texts = row.steps.map((step) => textOf(step));
    const height = Math.max(...texts.map((t) => heightOf(t.condition.length + t.lines.length)));
    if (leavesAside(row)) {
      const x = main + 2 * SIDE;
      drawn.boxes.push(...texts.map((text) => ({ ...text, x, y, width: BOX, height })));
      arrow({ x: middle, y: y + height / 2 }, { x, y: y + height / 2 });
      y += height + GAP;
      continue;
    }
    for (const above of from) arrow(above, { x: middle, y });
    if (row.kind !== 'alone') y = fork(row.kind, y, widthOf(row)) + GAP;
    const left = 1 + (main - widthOf(row)) / 2;
    const boxes = texts.map((text, i): FlowBox => ({ ...text, x: left + i * (BOX + BETWEEN), y, width: BOX, height }));
    drawn.boxes.push(...boxes);
    const tops = boxes.map((box) => ({ x: box.x + BOX / 2, y }));
    if (row.kind === 'one') for (const top of tops) arrow({ x: middle, y: y - GAP }, top);
    if (row.kind === 'all') for (const top of tops) arrow({ x: top.x, y: y - GAP }, top);
    for (const box of boxes.slice(1))
      if (row.kind !== 'alone')
        drawn.words.push({ x: box.x - BETWEEN / 2, y: y + height / 2, text: words.flow[row.kind] });
    y += height;
    from = tops.map(({ x }) => ({ x, y }));
    if (row.kind === 'all') {
      y += GAP;
      for (const bottom of from) arrow(bottom, { x: bottom.x, y });
      y = fork('all', y, widthOf(row));
      from = [{ x: middle, y }];
    }
    y += GAP;
  }
  return { width, height: y - GAP + 1, ...drawn };

  /** Draws it with its top here, and says where it ends. */
  function fork(kind: FlowFork['kind'], top: number, wide: number): number {
    const [w, h] = kind === 'all' ? [wide, BAR] : [DIAMOND, DIAMOND];
    drawn.forks.push({ kind, x: middle, y: top, width: w, height: h });
    return top + h;
  }

  function textOf(step: Step): Pick<FlowBox, 'kind' | 'conditional' | 'condition' | 'lines'> {
    const kind = 'ai' in step ? 'machine' : 'read' in step ? 'read' : 'consensus' in step ? 'consensus' : 'end';
    const condition =
      step.when === undefined
        ? []
        : wrap(sentence(words.step.when(conditionInWords(step.when, naming), ''), '').replace(/: $/, ':'));
    return {
      kind,
      conditional: step.when !== undefined,
      condition,
      lines: wrap(sentence(action(step, naming))),
    };
  }
}

const heightOf = (lines: number) => 2 * PAD + lines * LINE;
const widthOf = ({ steps }: Row) => steps.length * BOX + (steps.length - 1) * BETWEEN;
const leavesAside = ({ steps: [step] }: Row) => step !== undefined && 'end' in step && step.when !== undefined;

/**
 * Steps side by side, two at most so that the words stay legible: bands of one read, or reads one after another that do not look
 * again and have one band each. The rest have a row each.
 */
function rowsOf(steps: readonly Step[]): readonly Row[] {
  const rows: { kind: Row['kind']; steps: Step[] }[] = [];
  const bands = (name: string) => steps.filter((s) => 'read' in s && s.read === name).length;
  for (const step of steps) {
    const row = rows.at(-1);
    const kind = row?.steps.length === 1 ? beside(row.steps[0], step) : undefined;
    if (row && kind) {
      row.kind = kind;
      row.steps.push(step);
    } else rows.push({ kind: 'alone', steps: [step] });
  }
  return rows;

  function beside(first: Step | undefined, second: Step): 'all' | 'one' | undefined {
    if (!first || !('read' in first) || !('read' in second)) return undefined;
    if (first.read === second.read) return 'one';
    const independent = first.revises === undefined && second.revises === undefined;
    return independent && bands(first.read) === 1 && bands(second.read) === 1 ? 'all' : undefined;
  }
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= LETTERS) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
