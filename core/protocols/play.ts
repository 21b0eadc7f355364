/** Plays a protocol to its end with answers that are known beforehand: what a simulation, an expected load and a test need. */
import { type AiFact, type Facts, type Score, withDecision } from './facts.ts';
import { type Opened, openTasks } from './open-tasks.ts';
import type { Name, Protocol } from './protocol.ts';

/** What each step of one case would answer if it were asked. */
export type Answers = {
  readonly reads: Readonly<Record<Name, { readonly left: Score; readonly right: Score }>>;
  readonly recall: boolean;
  readonly ai: Readonly<Record<Name, AiFact>>;
  readonly items: Readonly<Record<string, number | string>>;
};

export type Played = { readonly facts: Facts; readonly end: Opened };

/** Does open tasks, the first each time, until none is open. A step without an answer reads 1 and 1. Always ends: each task is done once. */
export function play(protocol: Protocol, arm: string, answers: Answers): Played {
  let facts: Facts = { reads: [], consensus: [], ai: answers.ai, items: answers.items };
  for (;;) {
    const end = openTasks(protocol, arm, facts);
    const task = end.kind === 'open' ? end.tasks[0] : undefined;
    if (!task) return { facts, end };
    if (task.kind === 'consensus') {
      const decision = answers.recall ? 'recall' : 'dismiss';
      facts = withDecision(facts, task.step, decision);
    } else {
      const scores = answers.reads[task.step] ?? { left: 1, right: 1 };
      const reader = task.only ?? `reader of ${task.step}`;
      facts = { ...facts, reads: [...facts.reads, { step: task.step, reader, ...scores, frozen: true }] };
    }
  }
}

export type WeightedAnswers = Answers & { readonly weight: number };
/** Per 1000 cases. */
export type Load = { readonly reads: number; readonly consensus: number; readonly recalls: number };

/** Expected work and recalls per 1000 cases over a distribution of answers (weights need not sum to 1). */
export function expectedLoad(protocol: Protocol, arm: string, distribution: readonly WeightedAnswers[]): Load {
  let [total, reads, consensus, recalls] = [0, 0, 0, 0];
  for (const kind of distribution) {
    const { facts, end } = play(protocol, arm, kind);
    total += kind.weight;
    reads += kind.weight * facts.reads.length;
    consensus += kind.weight * facts.consensus.length;
    if (end.kind === 'closed' && end.outcome === 'recall') recalls += kind.weight;
  }
  const per = (count: number) => (total === 0 ? 0 : (1000 * count) / total);
  return { reads: per(reads), consensus: per(consensus), recalls: per(recalls) };
}
