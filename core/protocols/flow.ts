/**
 * The drawn flow of an arm, which words.ts says in words: boxes and arrows, laid out from top to bottom. Reads that are done independently stand side by
 * side; an end that not all cases come to leaves to the right. Measures are in pixels of a drawing that is scaled as a whole.
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
export type Flow = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
};

const LINE = 17;
const PAD = 12;
const GAP = 28;
const BOX = 236;
const SIDE = 24;
/** Letters in a line: about 6.6 px each at 13 px. */
const LETTERS = Math.floor((BOX - 2 * PAD) / 6.6);

/** Lays out an arm. Throws for an arm that the protocol does not have. */
export function flowOf(protocol: Protocol, arm: string, words: ProtocolWords): Flow {
  const naming = namingOf(protocol, arm, words);
  const rows = rowsOf(naming.steps);
  const widest = Math.max(...rows.map((row) => row.length), 1);
  const leaves = rows.some(leavesAside);
  const main = widest * BOX + (widest - 1) * SIDE;
  const width = main + (leaves ? SIDE * 2 + BOX : 0) + 2;
  const boxes: FlowBox[] = [];
  const arrows: FlowArrow[] = [];
  let y = 1;
  let from: readonly FlowBox[] = [];
  for (const row of rows) {
    const aside = leavesAside(row);
    const total = row.length * BOX + (row.length - 1) * SIDE;
    const texts = row.map((step) => textOf(step));
    const height = Math.max(...texts.map((t) => heightOf(t.condition.length + t.lines.length)));
    const placed = texts.map((text, i): FlowBox => {
      const x = aside ? main + 2 * SIDE : 1 + (main - total) / 2 + i * (BOX + SIDE);
      return { ...text, x, y, width: BOX, height };
    });
    const middle = 1 + main / 2;
    for (const box of placed) {
      const top = from[0];
      if (aside) arrows.push({ x1: middle, y1: y + height / 2, x2: box.x, y2: y + height / 2 });
      else if (top)
        for (const above of from)
          arrows.push({ x1: centre(above), y1: above.y + above.height, x2: centre(box), y2: y });
    }
    boxes.push(...placed);
    if (!aside) from = placed;
    y += height + GAP;
  }
  return { width, height: y - GAP + 1, boxes, arrows };

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

const centre = (box: FlowBox) => box.x + box.width / 2;
const heightOf = (lines: number) => 2 * PAD + lines * LINE;
const leavesAside = (row: readonly Step[]) =>
  row.length === 1 && row[0] !== undefined && 'end' in row[0] && row[0].when !== undefined;

/** Steps side by side, two at most so that the words stay legible: reads one after another that do not look again. The rest have a row each. */
function rowsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const rows: Step[][] = [];
  for (const step of steps) {
    const row = rows.at(-1);
    const beside = (s: Step | undefined) => s !== undefined && 'read' in s && s.revises === undefined;
    if (row && row.length < 2 && beside(step) && beside(row[0])) row.push(step);
    else rows.push([step]);
  }
  return rows;
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
