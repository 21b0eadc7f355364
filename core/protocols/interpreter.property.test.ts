import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '#core/people/access';
import { noRoutine } from '#programmes/protocols/no-routine';
import { trialProtocols } from '#test/trial-protocols';
import type { AiFact, Facts, ReadFact, Score } from './facts.ts';
import { type Opened, openTasks } from './open-tasks.ts';
import { type Expr, type Protocol, type Step, stepsOf } from './protocol.ts';
import { verify } from './verify.ts';
import { mayDo, visibleOf } from './visible.ts';

const score = fc.constantFrom<Score>(1, 2, 3, 4, 5);

/** A condition over names that are bound already. */
function condition(reads: readonly string[], ai: boolean): fc.Arbitrary<Expr> {
  const atoms: fc.Arbitrary<Expr>[] = reads.map((r) => fc.constant<Expr>(['pos', r]));
  if (ai)
    atoms.push(
      fc.integer({ min: 1, max: 10 }).map((n): Expr => ['ge', 'a.score', n]),
      fc.constant<Expr>(['missing', 'a']),
    );
  const atom = fc.oneof(fc.constant<Expr>(true), ...atoms);
  return fc.oneof(
    atom,
    atom.map((e): Expr => ['not', e]),
    fc.tuple(fc.constantFrom('and', 'or'), atom, atom).map(([op, x, y]): Expr => [op, x, y] as Expr),
  );
}

/** Protocols of one to three reads, with or without a machine, a consensus and early ends. */
const generated: fc.Arbitrary<Protocol> = fc
  .record({
    ai: fc.boolean(),
    onFail: fc.constantFrom('standard' as const, 'hold' as const),
    reads: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ ai, onFail, reads }) => {
    const names = Array.from({ length: reads }, (_, i) => `r${i + 1}`);
    const readSteps = names.map((read, i) =>
      fc.option(condition(names.slice(0, i), ai), { nil: undefined }).map((when): Step => {
        const step: Step = { read, sees: ai ? ['priors', 'a.score'] : ['priors'], not: names.slice(0, i) };
        return when === undefined || i === 0 ? step : { ...step, when };
      }),
    );
    const consensus = condition(names, ai).map((when): Step => ({ consensus: 'c', min: 2, max: 3, sees: names, when }));
    const early = fc.option(condition(names, ai), { nil: undefined });
    return fc.tuple(fc.tuple(...readSteps), consensus, early).map(([all, c, when]): Protocol => {
      const first: Step[] = ai ? [{ ai: 'a', model: 'M', onFail }] : [];
      const middle: Step[] = when === undefined ? [] : [{ end: false, when }];
      return {
        id: 'generated',
        version: '1',
        unit: 'exam',
        arms: { arm: { steps: [...first, ...all, ...middle, c, { end: ['pos', 'c'] }] } },
      };
    });
  });

const anyProtocol = fc.oneof(
  { weight: 3, arbitrary: generated },
  { weight: 1, arbitrary: fc.constantFrom(noRoutine, ...trialProtocols) },
);
const aiFact: fc.Arbitrary<AiFact> = fc.oneof(
  fc.constant<AiFact>({ kind: 'failed' }),
  fc
    .record({ score: fc.integer({ min: 1, max: 10 }), pct: fc.integer({ min: 0, max: 100 }) })
    .map((values): AiFact => ({ kind: 'result', values })),
);
const names = ['r1', 'r1b', 'r2', 'r2b', 'r3', 'c', 'd', 'x'];
const answers = fc.record({
  scores: fc.array(fc.tuple(score, score), { minLength: names.length, maxLength: names.length }),
  decisions: fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
  ai: aiFact,
});
type Answers = typeof answers extends fc.Arbitrary<infer T> ? T : never;
const empty: Facts = { reads: [], consensus: [], ai: {}, items: {} };

/** Plays a case, each time choosing among what could happen next: an open task, a read freezing, the machine answering. */
function history(
  protocol: Protocol,
  arm: string,
  given: Answers,
  choose: (n: number) => number,
): { readonly end: Opened; readonly all: readonly Facts[] } {
  let facts = empty;
  const all: Facts[] = [facts];
  for (let moves = 0; moves < 60; moves++) {
    const now = openTasks(protocol, arm, facts);
    const tasks = now.kind === 'open' ? now.tasks : [];
    const unfrozen = facts.reads.filter((r) => !r.frozen);
    const possible: (() => Facts)[] = [
      ...tasks.map((t) => () => answer(facts, t.step, t.kind, t.only, given)),
      ...unfrozen.map((r) => () => ({
        ...facts,
        reads: facts.reads.map((o) => (o === r ? { ...o, frozen: true } : o)),
      })),
      ...(facts.ai.a ? [] : [() => ({ ...facts, ai: { a: given.ai } })]),
    ];
    if (now.kind === 'closed' || possible.length === 0) return { end: now, all };
    facts = (possible[choose(possible.length)] as () => Facts)();
    all.push(facts);
  }
  throw new Error('the case never came to rest');
}

function answer(facts: Facts, step: string, kind: 'read' | 'consensus', only: string | null, given: Answers): Facts {
  const i = names.indexOf(step);
  if (kind === 'consensus') {
    const decision = given.decisions[i] ? 'recall' : 'dismiss';
    return { ...facts, consensus: [...facts.consensus, { step, members: ['L-1', 'L-2'], decision, breasts: [] }] };
  }
  const [left, right] = given.scores[i] as [Score, Score];
  return {
    ...facts,
    reads: [...facts.reads, { step, reader: only ?? `reader of ${step}`, left, right, frozen: false }],
  };
}

const plays = fc.record({
  protocol: anyProtocol,
  given: answers,
  order: fc.infiniteStream(fc.nat()),
  other: fc.infiniteStream(fc.nat()),
});
const chooser = (stream: Fc<number>) => (n: number) => Number(stream.next().value) % n;
type Fc<T> = IterableIterator<T>;
const armOf = (protocol: Protocol) => Object.keys(protocol.arms)[0] as string;

describe('the interpreter, over generated protocols and histories', () => {
  it('comes to rest, and closes unless a machine that must answer has failed', () => {
    fc.assert(
      fc.property(plays, ({ protocol, given, order }) => {
        const { end } = history(protocol, armOf(protocol), given, chooser(order));
        const holds = stepsOf(protocol, armOf(protocol)).some((s) => 'ai' in s && s.onFail === 'hold');
        if (given.ai.kind === 'result' || !holds) expect(end.kind).toBe('closed');
        else expect(['closed', 'waiting']).toContain(end.kind);
      }),
      { numRuns: 500 },
    );
  });
  it('gives the same outcome whatever the order of independent reads, freezing and the machine', () => {
    fc.assert(
      fc.property(plays, ({ protocol, given, order, other }) => {
        const one = history(protocol, armOf(protocol), given, chooser(order)).end;
        expect(history(protocol, armOf(protocol), given, chooser(other)).end).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });
  it('never opens a task twice, nor to a reader who may not have it', () => {
    fc.assert(
      fc.property(plays, ({ protocol, given, order }) => {
        const arm = armOf(protocol);
        for (const facts of history(protocol, arm, given, chooser(order)).all) {
          const now = openTasks(protocol, arm, facts);
          for (const task of now.kind === 'open' ? now.tasks : []) {
            expect([...facts.reads, ...facts.consensus].map((f) => f.step)).not.toContain(task.step);
            const step = stepsOf(protocol, arm).find((s) => 'read' in s && s.read === task.step);
            const barred =
              step && 'read' in step ? (step.not ?? []).map((n) => facts.reads.find((r) => r.step === n)?.reader) : [];
            for (const reader of barred) if (reader) expect(mayDo(task, facts, reader)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
  it('answers for any facts whatever, also impossible ones', () => {
    const read = fc.record({
      step: fc.constantFrom(...names),
      reader: fc.constantFrom('A', 'B'),
      left: score,
      right: score,
      frozen: fc.boolean(),
    });
    const any = fc.record({
      protocol: anyProtocol,
      reads: fc.array(read, { maxLength: 4 }),
      ai: fc.option(aiFact, { nil: undefined }),
    });
    fc.assert(
      fc.property(any, ({ protocol, reads, ai }) => {
        const facts = { ...empty, reads, ai: ai ? { a: ai } : {} };
        expect(['open', 'waiting', 'closed']).toContain(openTasks(protocol, armOf(protocol), facts).kind);
      }),
    );
  });
  it('is never verified without every path ending', () => {
    fc.assert(
      fc.property(generated, (protocol) => {
        const { faults } = verify(protocol, {
          minReads: 0,
          minReadsWhenAiFails: 0,
          recallOnlyByConsensus: true,
          blindReads: true,
        });
        expect(faults.filter((f) => f.includes('no end') || f.includes('not happened'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('blindness, over generated protocols and histories', () => {
  it("shows another's read, a machine's item or a consensus only where a claimed step or the closed case names it", () => {
    fc.assert(
      fc.property(plays, ({ protocol, given, order }) => {
        const arm = armOf(protocol);
        for (const facts of history(protocol, arm, given, chooser(order)).all) checkAll(protocol, arm, facts);
      }),
      { numRuns: 200 },
    );
  });
  it('does not depend on a score that is hidden', () => {
    fc.assert(
      fc.property(score, score, score, score, fc.boolean(), fc.constantFrom(...roles), (a, b, c, d, frozen, role) => {
        const first = (left: Score, right: Score): ReadFact => ({ step: 'r1', reader: 'A', left, right, frozen });
        for (const step of ['r1', 'r2', 'c', undefined]) {
          const viewer = { role, userId: 'B', ...(step ? { step } : {}) };
          const one = visibleOf(noRoutine, 'routine', { ...empty, reads: [first(a, b)] }, viewer);
          expect(visibleOf(noRoutine, 'routine', { ...empty, reads: [first(c, d)] }, viewer)).toEqual(one);
        }
      }),
    );
  });
});

function checkAll(protocol: Protocol, arm: string, facts: Facts): void {
  const now = openTasks(protocol, arm, facts);
  const people = [...new Set([...facts.reads.map((r) => r.reader), 'stranger'])];
  for (const role of roles) {
    for (const userId of people) {
      for (const step of [...names, undefined]) {
        const seen = visibleOf(protocol, arm, facts, { role, userId, ...(step ? { step } : {}) });
        const task = now.kind === 'open' ? now.tasks.find((t) => t.step === step) : undefined;
        const working = role === 'radiologist' && task && mayDo(task, facts, userId) ? task.sees : [];
        const named = now.kind === 'closed' ? (protocol.visibility?.[role] ?? []) : working;
        for (const other of seen.others) {
          expect(named).toContain(other.step);
          expect(facts.reads.find((r) => r.step === other.step)?.frozen).toBe(true);
        }
        for (const item of Object.keys(seen.ai.a ?? {}))
          expect(named.includes(`a.${item}`) || named.includes('a.all')).toBe(true);
        for (const c of seen.consensus) expect(named).toContain(c.step);
        if (seen.outcome !== null) expect(now.kind).toBe('closed');
        for (const own of seen.own) expect([own.reader, role]).toEqual([userId, 'radiologist']);
      }
    }
  }
}
