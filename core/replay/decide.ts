/**
 * What a protocol would have done with one examination of the history: the interpreter is asked, and each task it opens is
 * answered by what the history has. What the history lacks is answered as `assume` says and counted, never silently.
 */
import { evaluate } from '#core/protocols/evaluate';
import { type AiFact, type Facts, type ReadFact, type Score, withDecision } from '#core/protocols/facts';
import { openTasks } from '#core/protocols/open-tasks';
import { boundBy, type Expr, type Name, type Protocol, type Step, stepsOf } from '#core/protocols/protocol';
import {
  type CancerOutcome,
  cancerOutcomes,
  extraFields,
  extraItems,
  type History,
  productFields,
  shortest,
  valueIn,
} from './history.ts';
import type { ProductOf } from './needs.ts';
import { type Slots, slotsOf } from './slots.ts';

/**
 * Expected counts for one examination: whole numbers, but for a consensus that the history never held and that is taken to
 * recall with a probability.
 */
export type Expected = {
  /** Independent reads, and reads that look again at what a reader had not seen. */
  readonly reads: number;
  readonly looks: number;
  /** Consensus meetings, with the fewest and the most people that the protocol seats at them. */
  readonly consensus: number;
  readonly seatsMin: number;
  readonly seatsMax: number;
  readonly recall: number;
  /** Sent to consensus or recalled: somebody has decided about her. */
  readonly selected: number;
  /** Recalled with no consensus at all. */
  readonly direct: number;
  /** Waits for a machine that never answers. */
  readonly held: number;
  /** Answers that the history does not have. */
  readonly readsLacked: number;
  readonly consensusLacked: number;
  /** A machine was asked and the history has no result from it. */
  readonly aiLacked: number;
  /** Recall under each derived strategy of a paired design. */
  readonly derived: Readonly<Record<string, number>>;
};

export type Decider = (row: number) => Expected;

/** The first read, the second, and nobody: names that only have to differ. */
const reader = { first: 'first', second: 'second' } as const;

/**
 * The consensus of the history answers the first consensus that the protocol holds over a case; any further one is an extra
 * that the history does not have. Throws only for an arm that the protocol does not have.
 */
export function deciderOf(history: History, protocol: Protocol, arm: string, productOf: ProductOf): Decider {
  const steps = stepsOf(protocol, arm);
  const slots = slotsOf(steps);
  return (row) => {
    const ai = machineFacts(history, row, steps, productOf);
    const facts: Facts = { reads: [], consensus: [], ai, items: itemsOf(history, row) };
    const aiLacked = Object.values(ai).some((fact) => fact.kind === 'failed') ? 1 : 0;
    return { ...walk({ history, row, protocol, arm, slots, steps }, facts), aiLacked };
  };
}

type Case = {
  readonly history: History;
  readonly row: number;
  readonly protocol: Protocol;
  readonly arm: string;
  readonly slots: Slots;
  readonly steps: readonly Step[];
};
type Walked = Omit<Expected, 'aiLacked'>;

/** What the history knows of the woman herself. */
export function itemsOf(history: History, row: number): Facts['items'] {
  const age = history.age[row] as number;
  const others = extraItems.map((item) => [item, valueIn(history.extras[item], row)] as const);
  return Object.fromEntries([...(age === 0 ? [] : [['age', age] as const]), ...others.filter(isGiven)]);
}

const isGiven = <Name>(
  entry: readonly [Name, number | string | undefined],
): entry is readonly [Name, number | string] => entry[1] !== undefined;

/** What each machine of an arm answered about a row, by the names of the steps. */
export function machineFacts(history: History, row: number, steps: readonly Step[], productOf: ProductOf): Facts['ai'] {
  const machines = steps.flatMap((step) => ('ai' in step ? [[step.ai, productOf(step.model)] as const] : []));
  return Object.fromEntries(machines.map(([name, product]) => [name, machineFact(history, row, product)]));
}

function machineFact(history: History, row: number, product: string): AiFact {
  const columns = history.products[product];
  if (!columns || Number.isNaN(columns.score[row])) return { kind: 'failed' };
  const values = productFields.flatMap((field) => {
    const value = columns[field][row] as number;
    return Number.isNaN(value) ? [] : [[field, shortest(value)] as const];
  });
  const extras = extraFields.map((field) => [field, valueIn(history.extras[`${field}.${product}`], row)] as const);
  return { kind: 'result', values: Object.fromEntries([...values, ...extras.filter(isGiven)]) };
}

function walk(one: Case, facts: Facts): Walked {
  const now = openTasks(one.protocol, one.arm, facts);
  const task = now.kind === 'open' ? now.tasks[0] : undefined;
  if (!task) return ended(one, facts, now.kind === 'closed' ? now.outcome === 'recall' : undefined);
  if (task.kind === 'read') return read(one, facts, task.step);
  return consensus(one, facts, task.step);
}

function ended(one: Case, facts: Facts, recalled: boolean | undefined): Walked {
  const recall = recalled ? 1 : 0;
  const met = facts.consensus.length > 0;
  return {
    ...nothing,
    recall,
    selected: met || recalled ? 1 : 0,
    direct: recalled && !met ? 1 : 0,
    held: recalled === undefined ? 1 : 0,
    derived: strategies(one, facts),
  };
}

const nothing: Walked = {
  reads: 0,
  looks: 0,
  consensus: 0,
  seatsMin: 0,
  seatsMax: 0,
  recall: 0,
  selected: 0,
  direct: 0,
  held: 0,
  readsLacked: 0,
  consensusLacked: 0,
  derived: {},
};

function read(one: Case, facts: Facts, step: string): Walked {
  const { history, row, slots } = one;
  const slot = slots.of.get(step);
  const looks = slots.looks.has(step);
  const left = slot ? (history[slot].left[row] as number) : 0;
  const right = slot ? (history[slot].right[row] as number) : 0;
  const lacked = left === 0 && right === 0;
  const fact: ReadFact = {
    step,
    reader: slot ? reader[slot] : step,
    left: Math.max(1, left) as Score,
    right: Math.max(1, right) as Score,
    frozen: true,
  };
  const then = walk(one, { ...facts, reads: [...facts.reads, fact] });
  return {
    ...then,
    reads: then.reads + (looks ? 0 : 1),
    looks: then.looks + (looks ? 1 : 0),
    readsLacked: then.readsLacked + (lacked && !looks ? 1 : 0),
  };
}

function consensus(one: Case, facts: Facts, name: string): Walked {
  const { history, row, steps } = one;
  const known = facts.consensus.length === 0 && history.consensus[row] === 1;
  const p = known ? (history.recalled[row] as number) : recallOnUnseen(one);
  const then = (decision: 'recall' | 'dismiss') => walk(one, withDecision(facts, name, decision));
  const expected = p >= 1 ? then('recall') : p <= 0 ? then('dismiss') : mixed(p, then('recall'), then('dismiss'));
  const step = steps.find((s) => 'consensus' in s && s.consensus === name);
  const { min, max } = step && 'consensus' in step ? step : { min: 0, max: 0 };
  return {
    ...expected,
    consensus: expected.consensus + 1,
    seatsMin: expected.seatsMin + min,
    seatsMax: expected.seatsMax + max,
    consensusLacked: expected.consensusLacked + (known ? 0 : 1),
  };
}

/** The probability that a consensus which was never held recalls her: nothing is taken for granted unless `assume` says so. */
function recallOnUnseen({ protocol, history, row }: Case): number {
  const { consensusOnUnseen = 'dismiss', detectInterval = 1 } = protocol.assume ?? {};
  const found: CancerOutcome = cancerOutcomes[history.outcome[row] as number] ?? 'none';
  if (consensusOnUnseen === 'recallCancers')
    return found === 'screen-detected' ? 1 : found === 'interval' ? detectInterval : 0;
  if (consensusOnUnseen === 'dismiss') return 0;
  return found === 'interval' ? (protocol.assume?.detectInterval ?? consensusOnUnseen) : consensusOnUnseen;
}

function mixed(p: number, a: Walked, b: Walked): Walked {
  const of = (x: number, y: number) => p * x + (1 - p) * y;
  const names = Object.keys(a.derived);
  return {
    reads: of(a.reads, b.reads),
    looks: of(a.looks, b.looks),
    consensus: of(a.consensus, b.consensus),
    seatsMin: of(a.seatsMin, b.seatsMin),
    seatsMax: of(a.seatsMax, b.seatsMax),
    recall: of(a.recall, b.recall),
    selected: of(a.selected, b.selected),
    direct: of(a.direct, b.direct),
    held: of(a.held, b.held),
    readsLacked: of(a.readsLacked, b.readsLacked),
    consensusLacked: of(a.consensusLacked, b.consensusLacked),
    derived: Object.fromEntries(names.map((n) => [n, of(a.derived[n] ?? 0, b.derived[n] ?? 0)])),
  };
}

function strategies({ protocol, steps }: Case, facts: Facts): Readonly<Record<string, number>> {
  if (!protocol.derived) return {};
  const done = new Set([...facts.reads, ...facts.consensus].map((f) => f.step));
  const status = new Map<Name, 'done' | 'skipped' | 'failed'>();
  for (const step of steps) {
    const name = boundBy(step);
    if (name === undefined) continue;
    const answered = 'ai' in step ? facts.ai[name]?.kind === 'result' : done.has(name);
    status.set(name, answered ? 'done' : 'ai' in step ? 'failed' : 'skipped');
  }
  const holds = (expr: Expr) => (evaluate(expr, { facts, status }) === true ? 1 : 0);
  return Object.fromEntries(Object.entries(protocol.derived).map(([name, expr]) => [name, holds(expr)]));
}
