/**
 * Every threshold of a score at once. A protocol decides about an examination in one way while its score is below the
 * threshold and in another from it on; so with the scores sorted, each threshold's figures are the one before's plus what
 * the examinations between them change: one pass, however many thresholds there are.
 */
import { type Expr, type Protocol, type Ref, stepsOf } from '#core/protocols/protocol';
import { NO_CELL, sortIntoCells } from './cells.ts';
import { bandsOf } from './bands.ts';
import { compileProtocol } from './compile.ts';
import type { Expected } from './decide.ts';
import { cancerOutcomes, type ExtraId, type History } from './history.ts';
import { joinNeeds, needsOf, productColumn, type ProductOf } from './needs.ts';

/** The threshold that is moved: every `ge`, `gt` and `lt` of `ref` with `limit` in the protocol. */
export type Parameter = { readonly ref: Ref; readonly limit: number };

export type CurvePoint = {
  /** The score from which (or, where the protocol says `gt`, above which) an examination is selected. */
  readonly threshold: number;
  /** Examinations that the threshold selects. */
  readonly selected: number;
  readonly reads: number;
  readonly consensus: number;
  readonly recalls: number;
  readonly recallsKept: number;
  readonly sdcKept: number;
  readonly intervalSelected: number;
};

export type Curve = {
  readonly parameter: Parameter;
  readonly examinations: number;
  readonly screenDetected: number;
  readonly interval: number;
  /** From the highest threshold (nothing selected) to the lowest. */
  readonly points: readonly CurvePoint[];
};

const measures = ['reads', 'consensus', 'recalls', 'recallsKept', 'sdcKept', 'intervalSelected'] as const;

/**
 * The curve of one threshold of a protocol; the parameter's ref must be a machine's value. At most `most` points are kept,
 * evenly over the examinations; each is exact. Undefined when the history has no such value.
 */
export function curveOf(
  history: History,
  protocol: Protocol,
  arm: string,
  parameter: Parameter,
  options: { readonly productOf?: ProductOf; readonly use?: Uint8Array; readonly most?: number } = {},
): Curve | undefined {
  const { productOf = (model) => model, use, most = 200 } = options;
  const column = columnOf(history, protocol, arm, parameter, productOf);
  if (!column) return undefined;
  const [below, above] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((limit) =>
    compileProtocol(history, withLimit(protocol, parameter, limit), arm, productOf),
  ) as [ReturnType<typeof compileProtocol>, ReturnType<typeof compileProtocol>];
  const bands = bandsOf(history, joinNeeds([below.needs, above.needs]));
  const cells = sortIntoCells(history.size, bands, use);
  const value = (decided: readonly Expected[]) =>
    decided.map((e, cell) => vector(history, e, cells.example[cell] as number));
  const [failing, passing] = [value(below.decide(cells)), value(above.decide(cells))];
  const sums = new Float64Array(measures.length);
  const outcomes = new Float64Array(cancerOutcomes.length);
  let examinations = 0;
  failing.forEach((v, cell) => {
    const n = cells.counts[cell] as number;
    examinations += n;
    const outcome = history.outcome[cells.example[cell] as number] as number;
    outcomes[outcome] = (outcomes[outcome] as number) + n;
    for (let m = 0; m < sums.length; m++) sums[m] = (sums[m] as number) + n * (v[m] as number);
  });
  const change = passing.map((v, cell) => v.map((x, m) => x - (failing[cell]?.[m] as number)));
  const points = sweep(column, cells.of, change, sums, most);
  const [, screenDetected = 0, interval = 0] = outcomes;
  return { parameter, examinations, screenDetected, interval, points };
}

/** Goes through the scores from the highest down. Score and cell are packed into one number, so that sorting is numeric. */
function sweep(
  column: Float32Array,
  of: Uint32Array,
  change: readonly Float64Array[],
  sums: Float64Array,
  most: number,
): readonly CurvePoint[] {
  const cellBits = 2 ** Math.ceil(Math.log2(change.length + 1));
  const packed = new Float64Array(of.length);
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  let n = 0;
  for (let row = 0; row < of.length; row++) {
    const cell = of[row] as number;
    const score = column[row] as number;
    if (cell === NO_CELL || Number.isNaN(score)) continue;
    float[0] = score;
    const raw = bits[0] as number;
    // Order of the bits of a float: flipped below zero, moved up above it.
    packed[n++] = (raw >= 0x8000_0000 ? 0xffff_ffff - raw : raw + 0x8000_0000) * cellBits + cell;
  }
  const sorted = packed.subarray(0, n).sort();
  const points: CurvePoint[] = [pointAt(Number.POSITIVE_INFINITY, 0, sums)];
  const gap = n / most;
  let next = gap;
  for (let i = n - 1; i >= 0; i--) {
    const one = sorted[i] as number;
    const score = Math.floor(one / cellBits);
    const delta = change[one - score * cellBits] as Float64Array;
    for (let m = 0; m < sums.length; m++) sums[m] = (sums[m] as number) + (delta[m] as number);
    const last = i === 0 || Math.floor((sorted[i - 1] as number) / cellBits) !== score;
    const selected = n - i;
    if (!last || (selected < next && i > 0)) continue;
    bits[0] = score >= 0x8000_0000 ? score - 0x8000_0000 : 0xffff_ffff - score;
    points.push(pointAt(Number((float[0] as number).toPrecision(7)), selected, sums));
    while (next <= selected) next += gap;
  }
  return points;
}

function pointAt(threshold: number, selected: number, sums: Float64Array): CurvePoint {
  const [reads = 0, consensus = 0, recalls = 0, recallsKept = 0, sdcKept = 0, intervalSelected = 0] = sums;
  return { threshold, selected, reads, consensus, recalls, recallsKept, sdcKept, intervalSelected };
}

function vector(history: History, e: Expected, row: number): Float64Array {
  const outcome = cancerOutcomes[history.outcome[row] as number];
  return Float64Array.from([
    e.reads,
    e.consensus,
    e.recall,
    history.recalled[row] === 1 ? e.recall : 0,
    outcome === 'screen-detected' ? e.recall : 0,
    outcome === 'interval' ? e.selected : 0,
  ]);
}

function columnOf(history: History, protocol: Protocol, arm: string, { ref }: Parameter, productOf: ProductOf) {
  const needs = needsOf(stepsOf(protocol, arm), [['ge', ref, 0]], productOf);
  const id = [...needs].find(([, cuts]) => cuts.length > 0)?.[0];
  const extra = id?.startsWith('extra.') ? history.extras[id.slice('extra.'.length) as ExtraId] : undefined;
  if (extra instanceof Float32Array) return extra;
  return id?.startsWith('product.') ? productColumn(history, id) : undefined;
}

/** The thresholds that a protocol's arm compares a machine's value with, each once. */
export function parametersOf(protocol: Protocol, arm: string): readonly Parameter[] {
  const steps = stepsOf(protocol, arm);
  const machines = new Set(steps.flatMap((s) => ('ai' in s ? [s.ai] : [])));
  const found = new Map<string, Parameter>();
  const visit = (expr: Expr): void => {
    if (typeof expr === 'boolean') return;
    if (expr[0] === 'and' || expr[0] === 'or' || expr[0] === 'not') for (const e of expr.slice(1) as Expr[]) visit(e);
    else if ((expr[0] === 'ge' || expr[0] === 'gt' || expr[0] === 'lt') && typeof expr[2] === 'number') {
      const [ref, limit] = [expr[1], expr[2]];
      if (machines.has(ref.split('.')[0] ?? '')) found.set(`${ref} ${limit}`, { ref, limit });
    }
  };
  for (const step of steps) {
    if (step.when !== undefined) visit(step.when);
    if ('end' in step) visit(step.end);
  }
  return [...found.values()];
}

/** The same protocol with the parameter's limit moved. */
export function withLimit(protocol: Protocol, parameter: Parameter, limit: number): Protocol {
  const move = (expr: Expr): Expr => {
    if (typeof expr === 'boolean') return expr;
    if (expr[0] === 'and' || expr[0] === 'or' || expr[0] === 'not')
      return [expr[0], ...(expr.slice(1) as Expr[]).map(move)] as unknown as Expr;
    const compares = expr[0] === 'ge' || expr[0] === 'gt' || expr[0] === 'lt';
    return compares && expr[1] === parameter.ref && expr[2] === parameter.limit ? [expr[0], expr[1], limit] : expr;
  };
  const arms = Object.entries(protocol.arms).map(([name, arm]) => [
    name,
    {
      ...arm,
      steps: arm.steps.map((step) => ({
        ...step,
        ...(step.when === undefined ? {} : { when: move(step.when) }),
        ...('end' in step ? { end: move(step.end) } : {}),
      })),
    },
  ]);
  return { ...protocol, arms: Object.fromEntries(arms) };
}
