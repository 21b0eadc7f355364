/**
 * The interpreter: what is open now for a case, or how it closed. One pure function, used by the live worklists, by trials,
 * by the replay over history and by the simulation.
 *
 * - Reads that do not depend on each other are open at the same time. Consensus and end wait for every read before them.
 * - A read or a consensus counts for other steps only when it is frozen; until then its value is awaited.
 * - A machine whose result is awaited holds up only the steps that need it. One that failed: with 'hold' they wait for
 *   it; with 'standard' a read whose condition cannot be known takes place, and a consensus or an end whose condition
 *   cannot be known does not.
 */
import { evaluate, type Standing, split, type Truth } from './evaluate.ts';
import type { Facts } from './facts.ts';
import {
  type ConsensusStep,
  type EndStep,
  type Name,
  type Protocol,
  type ReadStep,
  type Sees,
  type Step,
  stepsOf,
} from './protocol.ts';

export type CaseOutcome = 'negative' | 'dismissed' | 'recall';

export type OpenTask = {
  readonly step: Name;
  readonly kind: 'read' | 'consensus';
  /** Readers who may not do it. */
  readonly not: readonly string[];
  /** The only reader who may do it: she who looks again. */
  readonly only: string | null;
  readonly senior: boolean;
  readonly sees: readonly Sees[];
};

export type Opened =
  | { readonly kind: 'open'; readonly tasks: readonly OpenTask[] }
  /** Nothing for a person to do: reads or a decision may still be changed, or a machine's result is awaited. */
  | { readonly kind: 'waiting'; readonly for: 'freeze' | 'ai' | 'end' }
  | { readonly kind: 'closed'; readonly outcome: CaseOutcome };

type Status = 'done' | 'pending' | 'failed' | 'skipped';
type Walk = { readonly facts: Facts; readonly status: Map<Name, Status>; readonly tasks: OpenTask[]; reading: boolean };

/** The tasks open now, or the outcome. Throws only for an arm that the protocol does not have. */
export function openTasks(protocol: Protocol, arm: string, facts: Facts): Opened {
  const walk: Walk = { facts, status: new Map(), tasks: [], reading: false };
  for (const step of stepsOf(protocol, arm)) {
    const stop = take(step, walk);
    if (stop === 'wait') break;
    if (stop) return stop;
  }
  if (walk.tasks.length > 0) return { kind: 'open', tasks: walk.tasks };
  if ([...facts.reads, ...facts.consensus].some((fact) => !fact.frozen)) return { kind: 'waiting', for: 'freeze' };
  return { kind: 'waiting', for: [...walk.status.values()].includes('pending') ? 'ai' : 'end' };
}

function take(step: Step, walk: Walk): 'wait' | Opened | undefined {
  const holds: Truth = step.when === undefined ? true : evaluate(step.when, walk);
  if ('ai' in step) return void walk.status.set(step.ai, aiStatus(step, holds, walk.facts));
  if ('read' in step) return takeRead(step, holds, walk);
  if (walk.reading) return 'wait';
  return 'end' in step ? takeEnd(step, holds, walk) : takeConsensus(step, holds, walk);
}

function aiStatus(step: Extract<Step, { ai: Name }>, holds: Truth, facts: Facts): Status {
  if (holds === false) return 'skipped';
  const fact = facts.ai[step.ai];
  if (!fact) return 'pending';
  if (fact.kind === 'result') return 'done';
  return step.onFail === 'hold' ? 'pending' : 'failed';
}

function takeRead(step: ReadStep, holds: Truth, walk: Walk): undefined {
  const { facts, status } = walk;
  const read = facts.reads.find((r) => r.step === step.read);
  if (read?.frozen) return void status.set(step.read, 'done');
  if (holds === false && !read) {
    if (!status.has(step.read)) status.set(step.read, 'skipped');
    return;
  }
  walk.reading = true;
  if (!read && holds !== 'pending' && status.get(step.read) !== 'pending' && !awaits(step, walk))
    walk.tasks.push(readTask(step, facts));
  status.set(step.read, 'pending');
}

/** A step that shows or revises what is not settled yet cannot begin. */
function awaits(step: ReadStep, { status }: Standing): boolean {
  const needed = [...step.sees.map((s) => split(s)[0]), ...(step.revises ? [step.revises] : [])];
  return needed.some((name) => status.get(name) === 'pending');
}

function readTask(step: ReadStep, facts: Facts): OpenTask {
  const readerOf = (name: Name) => facts.reads.find((r) => r.step === name)?.reader;
  const not = (step.not ?? []).map(readerOf).filter((r) => r !== undefined);
  const only = step.revises ? (readerOf(step.revises) ?? null) : null;
  return { step: step.read, kind: 'read', not, only, senior: step.grade === 'senior', sees: step.sees };
}

function takeConsensus(step: ConsensusStep, holds: Truth, walk: Walk): 'wait' | undefined {
  const decided = walk.facts.consensus.find((c) => c.step === step.consensus);
  if (decided && !decided.frozen) return 'wait';
  if (decided) return void walk.status.set(step.consensus, 'done');
  if (holds === false || holds === 'failed') return void walk.status.set(step.consensus, 'skipped');
  if (holds === true && !step.sees.some((s) => walk.status.get(split(s)[0]) === 'pending')) {
    walk.tasks.push({ step: step.consensus, kind: 'consensus', not: [], only: null, senior: false, sees: step.sees });
  }
  return 'wait';
}

function takeEnd(step: EndStep, holds: Truth, walk: Walk): 'wait' | Opened | undefined {
  if (holds === false || holds === 'failed') return undefined;
  const recall = holds === 'pending' ? 'pending' : evaluate(step.end, walk);
  if (typeof recall !== 'boolean') return 'wait';
  if (recall) return { kind: 'closed', outcome: 'recall' };
  return { kind: 'closed', outcome: walk.facts.consensus.length > 0 ? 'dismissed' : 'negative' };
}
