/**
 * Rows of a history that contradict themselves: what is recorded cannot have come about under the protocol the case was
 * read by, or is impossible in itself. They are left out of a replay and counted, each under its first reason.
 */
import { type Facts, POSITIVE_FROM, type ReadFact, type Score, withDecision } from '#core/protocols/facts';
import { openTasks } from '#core/protocols/open-tasks';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { bandsOf } from './bands.ts';
import { itemsOf, machineFacts } from './decide.ts';
import { cancerOutcomes, type History } from './history.ts';
import { conditionsOf, needsOf } from './needs.ts';
import { slotsOf } from './slots.ts';

export const faults = [
  'arm-concealed',
  'unknown-protocol',
  'read-score-outside-scale',
  'ai-score-outside-scale',
  'same-reader-twice',
  'cancer-before-examination',
  'screen-detected-without-recall',
  'missing-reader',
  'positive-without-consensus',
  'consensus-without-cause',
  'recall-without-consensus',
  'outcome-differs',
] as const;
export type Fault = (typeof faults)[number];

/** Drawn into a study whose arms are still concealed: which protocol it was read by is not known here. */
export const ARM_CONCEALED = 65_534;

/** What is known of each row besides the history itself. */
export type RowSource = {
  /** Index into `protocols` of the one the case was read by, or ARM_CONCEALED. */
  readonly protocol: Uint16Array;
  readonly protocols: readonly ({ readonly protocol: Protocol; readonly arm: string } | undefined)[];
  readonly sameReader: Uint8Array;
  readonly cancerBefore: Uint8Array;
  /** Each product's scale; a product without one is not held to any. */
  readonly scales: Readonly<Record<string, readonly [number, number]>>;
};

/** 0 for a row that holds, else 1 + the index into `faults`. */
export function findFaults(history: History, source: RowSource): Uint8Array {
  const found = new Uint8Array(history.size);
  const under = source.protocols.map((read) => read && underProtocol(history, read.protocol, read.arm));
  const code = (fault: Fault) => faults.indexOf(fault) + 1;
  const detected = cancerOutcomes.indexOf('screen-detected');
  const reads = [history.first.left, history.first.right, history.second.left, history.second.right];
  const products = Object.entries(history.products).flatMap(([name, { score }]) => {
    const scale = source.scales[name];
    return scale ? [{ score, low: scale[0], high: scale[1] }] : [];
  });
  for (let row = 0; row < history.size; row++) {
    const check = under[source.protocol[row] as number];
    if (source.protocol[row] === ARM_CONCEALED) found[row] = code('arm-concealed');
    else if (!check) found[row] = code('unknown-protocol');
    else if (reads.some((column) => (column[row] as number) > 5)) found[row] = code('read-score-outside-scale');
    else if (products.some(({ score, low, high }) => (score[row] as number) < low || (score[row] as number) > high))
      found[row] = code('ai-score-outside-scale');
    else if (source.sameReader[row] === 1) found[row] = code('same-reader-twice');
    else if (source.cancerBefore[row] === 1) found[row] = code('cancer-before-examination');
    else if (history.outcome[row] === detected && history.recalled[row] === 0)
      found[row] = code('screen-detected-without-recall');
    else {
      const fault = check(row);
      if (fault) found[row] = code(fault);
    }
  }
  return found;
}

/** Plays the case again with what is recorded; rows that the protocol cannot tell apart share the answer. */
function underProtocol(history: History, protocol: Protocol, arm: string): (row: number) => Fault | undefined {
  const steps = stepsOf(protocol, arm);
  const present = (['first', 'second'] as const).flatMap((slot) => [
    [`${slot}.max`, [{ limit: POSITIVE_FROM, after: false }]] as const,
  ]);
  const needs = new Map([...needsOf(steps, conditionsOf(steps), (model) => model)]);
  for (const [column, cuts] of present) needs.set(column, [...(needs.get(column) ?? []), ...cuts]);
  const bands = bandsOf(history, needs);
  const known = new Map<number, Fault | undefined>();
  return (row) => {
    const key = bands.reduce((k, band) => k * band.levels + band.at(row), 0);
    if (!known.has(key)) known.set(key, faultOf(history, row, protocol, arm));
    return known.get(key);
  };
}

function faultOf(history: History, row: number, protocol: Protocol, arm: string): Fault | undefined {
  const steps = stepsOf(protocol, arm);
  const slots = slotsOf(steps);
  const held = history.consensus[row] === 1;
  const recalled = history.recalled[row] === 1;
  let facts: Facts = {
    reads: [],
    consensus: [],
    ai: machineFacts(history, row, steps, (m) => m),
    items: itemsOf(history, row),
  };
  for (;;) {
    const now = openTasks(protocol, arm, facts);
    if (now.kind === 'closed') {
      if (held && facts.consensus.length === 0) return 'consensus-without-cause';
      if ((now.outcome === 'recall') === recalled) return undefined;
      return recalled && !held ? 'recall-without-consensus' : 'outcome-differs';
    }
    const task = now.kind === 'open' ? now.tasks[0] : undefined;
    if (!task) return undefined;
    if (task.kind === 'consensus') {
      // A second consensus over one case is recorded only as the case's outcome.
      const decision = recalled ? 'recall' : 'dismiss';
      if (!held) return 'positive-without-consensus';
      facts = withDecision(facts, task.step, decision);
    } else {
      const read = recordedRead(history, row, task.step, slots);
      if (!read) return 'missing-reader';
      facts = { ...facts, reads: [...facts.reads, read] };
    }
  }
}

function recordedRead(
  history: History,
  row: number,
  step: string,
  slots: ReturnType<typeof slotsOf>,
): ReadFact | undefined {
  const slot = slots.of.get(step);
  const left = slot ? (history[slot].left[row] as number) : 0;
  const right = slot ? (history[slot].right[row] as number) : 0;
  if (slot && left === 0 && right === 0) return undefined;
  const scored = (value: number) => Math.max(1, value) as Score;
  return { step, reader: slot ?? step, left: scored(left), right: scored(right), frozen: true };
}
