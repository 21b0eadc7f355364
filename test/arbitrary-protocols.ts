/**
 * Protocols and histories for properties: whatever is said of the language is tried on these. `anyProtocol` is what a
 * person might write (machines, bands, second looks, early ends, two arms) together with every worked protocol.
 */
import fc from 'fast-check';
import { type AiFact, type ConsensusFact, type Facts, noFacts, type ReadFact, type Score } from '#core/protocols/facts';
import { type Opened, openTasks } from '#core/protocols/open-tasks';
import type { Expr, Protocol, Step } from '#core/protocols/protocol';
import { workedProtocols } from '#programmes/protocols/worked';

export const score = fc.constantFrom<Score>(1, 2, 3, 4, 5);

/** A condition over names that are bound already. */
function condition(reads: readonly string[], ai: boolean): fc.Arbitrary<Expr> {
  const atoms: fc.Arbitrary<Expr>[] = reads.map((r) => fc.constant<Expr>(['pos', r]));
  if (ai)
    atoms.push(
      fc.integer({ min: 1, max: 10 }).map((n): Expr => ['ge', 'a.score', n]),
      fc.integer({ min: 1, max: 99 }).map((n): Expr => ['lt', 'a.pct', n]),
      fc.constant<Expr>(['missing', 'a']),
    );
  const atom = fc.oneof(fc.constant<Expr>(true), ...atoms);
  return fc.oneof(
    atom,
    atom.map((e): Expr => ['not', e]),
    fc.tuple(fc.constantFrom('and', 'or'), atom, atom).map(([op, x, y]): Expr => [op, x, y] as Expr),
  );
}

/** The reads of an arm: each may have a condition, may be bound in two bands of the score, and may look again. */
function readsOf(names: readonly string[], ai: boolean): fc.Arbitrary<readonly Step[]> {
  const each = names.map((read, i) => {
    const not = names.slice(0, i);
    const step: Step = { read, sees: ai ? ['priors', 'a.score'] : ['priors'], not };
    const plain = fc
      .option(condition(not, ai), { nil: undefined })
      .map((when): readonly Step[] => [when === undefined || i === 0 ? step : { ...step, when }]);
    const inBands = fc.integer({ min: 2, max: 9 }).map((limit): readonly Step[] => [
      { ...step, when: ['lt', 'a.score', limit] },
      { ...step, sees: ['priors', 'a.all'], when: ['ge', 'a.score', limit] },
    ]);
    const again = condition(names.slice(0, i + 1), ai).map((when): readonly Step[] => [
      step,
      { read: `${read}b`, revises: read, sees: [ai ? 'a.marks' : 'priors'], when },
    ]);
    return fc.oneof({ weight: 4, arbitrary: plain }, { weight: ai ? 1 : 0, arbitrary: inBands }, again);
  });
  return fc.tuple(...each).map((steps) => steps.flat());
}

/** An arm that has an end; whether it passes `verify` is for the test to ask. */
const arm: fc.Arbitrary<{ readonly steps: readonly Step[] }> = fc
  .record({
    ai: fc.boolean(),
    onFail: fc.constantFrom('standard' as const, 'hold' as const),
    reads: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ ai, onFail, reads }) => {
    const names = Array.from({ length: reads }, (_, i) => `r${i + 1}`);
    return fc
      .record({
        reads: readsOf(names, ai),
        consensus: condition(names, ai),
        early: fc.option(condition(names, ai), { nil: undefined }),
      })
      .map(({ reads: steps, consensus, early }) => ({
        steps: [
          ...(ai ? [{ ai: 'a', model: 'M', scale: [1, 10], onFail } satisfies Step] : []),
          ...steps,
          ...(early === undefined ? [] : [{ end: false, when: early } satisfies Step]),
          { consensus: 'c', min: 2, max: 3, sees: names, when: consensus } satisfies Step,
          { end: ['pos', 'c'] } satisfies Step,
        ],
      }));
  });

export const generatedProtocol: fc.Arbitrary<Protocol> = fc
  .tuple(arm, fc.option(arm, { nil: undefined }))
  .map(([a, b]) => ({ id: 'generated', version: '1', unit: 'exam', arms: b ? { a, b } : { a } }));

export const anyProtocol: fc.Arbitrary<Protocol> = fc.oneof(
  { weight: 3, arbitrary: generatedProtocol },
  { weight: 1, arbitrary: fc.constantFrom(...workedProtocols.map((w) => w.protocol)) },
);

/** A protocol and one of its arms. */
export const anyArm: fc.Arbitrary<{ readonly protocol: Protocol; readonly arm: string }> = anyProtocol.chain(
  (protocol) => fc.constantFrom(...Object.keys(protocol.arms)).map((name) => ({ protocol, arm: name })),
);

export const aiFact: fc.Arbitrary<AiFact> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<AiFact>({ kind: 'failed' }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        score: fc.integer({ min: 10, max: 100 }).map((n) => n / 10),
        pct: fc.integer({ min: 0, max: 200 }).map((n) => n / 2),
        normalTag: fc.constantFrom('normal', 'none'),
      })
      .map((values): AiFact => ({ kind: 'result', values })),
  },
);

/** The names that steps have in these protocols. */
export const stepNames = ['r1', 'r1b', 'r2', 'r2b', 'r3', 'r3b', 'c', 'd', 'x'] as const;

/** What each step would answer if it were asked. */
export type GivenAnswers = {
  readonly scores: readonly (readonly [Score, Score])[];
  readonly decisions: readonly boolean[];
  readonly ai: AiFact;
};
const each = { minLength: stepNames.length, maxLength: stepNames.length };
export const givenAnswers: fc.Arbitrary<GivenAnswers> = fc.record({
  scores: fc.array(fc.tuple(score, score), each),
  decisions: fc.array(fc.boolean(), each),
  ai: aiFact,
});

/** A case in some order of events: `order` chooses each time among what could happen next. */
export const anyHistory = fc.record({
  of: anyArm,
  given: givenAnswers,
  order: fc.infiniteStream(fc.nat()),
  other: fc.infiniteStream(fc.nat()),
});

/**
 * Plays a case from nothing, each time choosing among what could happen next: an open task is done, a read or a
 * decision freezes, the machine answers. Gives every standing on the way, and how it came to rest.
 */
export function playHistory(
  protocol: Protocol,
  armName: string,
  given: GivenAnswers,
  order: IterableIterator<number>,
): { readonly end: Opened; readonly all: readonly Facts[] } {
  let facts = noFacts;
  const all: Facts[] = [facts];
  for (let moves = 0; moves < 60; moves++) {
    const now = openTasks(protocol, armName, facts);
    const tasks = now.kind === 'open' ? now.tasks : [];
    const possible: (() => Facts)[] = [
      ...tasks.map((t) => () => answer(facts, t.step, t.kind, t.only, given)),
      ...[...facts.reads, ...facts.consensus].filter((one) => !one.frozen).map((one) => () => freeze(facts, one)),
      ...(facts.ai.a ? [] : [() => ({ ...facts, ai: { a: given.ai } })]),
    ];
    const next = possible[Number(order.next().value) % possible.length];
    if (now.kind === 'closed' || !next) return { end: now, all };
    facts = next();
    all.push(facts);
  }
  throw new Error('the case never came to rest');
}

function freeze(facts: Facts, which: ReadFact | ConsensusFact): Facts {
  const frozen = <Fact extends ReadFact | ConsensusFact>(one: Fact): Fact =>
    one === which ? { ...one, frozen: true } : one;
  return { ...facts, reads: facts.reads.map(frozen), consensus: facts.consensus.map(frozen) };
}

function answer(
  facts: Facts,
  step: string,
  kind: 'read' | 'consensus',
  only: string | null,
  given: GivenAnswers,
): Facts {
  const i = (stepNames as readonly string[]).indexOf(step);
  if (kind === 'consensus') {
    const decision = given.decisions[i] ? 'recall' : 'dismiss';
    const decided = { step, members: ['L-1', 'L-2'], decision, breasts: [], frozen: false } as const;
    return { ...facts, consensus: [...facts.consensus, decided] };
  }
  const [left, right] = given.scores[i] ?? [1, 1];
  return {
    ...facts,
    reads: [...facts.reads, { step, reader: only ?? `reader of ${step}`, left, right, frozen: false }],
  };
}
