import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AiFact, isPositive, type Score } from '#core/protocols/facts';
import { type Answers, play } from '#core/protocols/play';
import { stepsOf } from '#core/protocols/protocol';
import { anyArm } from '#test/arbitrary-protocols';
import { curveOf, parametersOf, withLimit } from './curve.ts';
import { deciderOf } from './decide.ts';
import { blankHistory, cancerOutcomes, type History } from './history.ts';
import { replay } from './replay.ts';
import { slotsOf } from './slots.ts';
import { totalsOf } from './totals.ts';

const score = fc.integer({ min: 1, max: 5 });
const row = fc.record({
  first: fc.tuple(score, score),
  second: fc.option(fc.tuple(score, score), { nil: undefined, freq: 5 }),
  consensus: fc.boolean(),
  recalled: fc.boolean(),
  outcome: fc.constantFrom(...cancerOutcomes),
  age: fc.integer({ min: 49, max: 71 }),
  ai: fc.option(fc.record({ score: fc.integer({ min: 10, max: 100 }), pct: fc.integer({ min: 0, max: 200 }) }), {
    nil: undefined,
    freq: 5,
  }),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

const productOf = () => 'T';

function historyOf(all: readonly Row[]): History {
  const history = blankHistory(all.length, ['T']);
  all.forEach((r, i) => {
    [history.first.left[i], history.first.right[i]] = r.first as [number, number];
    if (r.second) [history.second.left[i], history.second.right[i]] = r.second as [number, number];
    history.consensus[i] = Number(r.consensus);
    history.recalled[i] = Number(r.consensus && r.recalled);
    history.outcome[i] = cancerOutcomes.indexOf(r.outcome);
    history.age[i] = r.age;
    const product = history.products.T;
    if (r.ai && product) {
      product.score[i] = r.ai.score / 10;
      product.pct[i] = r.ai.pct / 2;
    }
  });
  return history;
}

describe('a compiled protocol, over generated protocols and histories', () => {
  it('sums to what the interpreter says of each row by itself', () => {
    fc.assert(
      fc.property(fc.array(anyArm, { minLength: 1, maxLength: 3 }), rows, (arms, all) => {
        const history = historyOf(all);
        const replayed = replay(history, arms, { productOf });
        arms.forEach(({ protocol, arm }, i) => {
          const decide = deciderOf(history, protocol, arm, productOf);
          const each = { example: all.map((_, r) => r) };
          const one = totalsOf(history, each, new Float64Array(all.length).fill(1), each.example.map(decide));
          expect(replayed.arms[i]?.totals).toEqual(one);
        });
      }),
      { numRuns: 250 },
    );
  });

  it('agrees with play, where the history answers everything', () => {
    fc.assert(
      fc.property(anyArm, row, ({ protocol, arm }, one) => {
        const steps = stepsOf(protocol, arm);
        // Play gives one answer to every consensus; the history has one for the first.
        fc.pre(steps.filter((s) => 'consensus' in s).length === 1);
        const whole = { ...one, second: one.second ?? one.first, consensus: true };
        const history = historyOf([whole]);
        const expected = deciderOf(history, protocol, arm, productOf)(0);
        const played = play(protocol, arm, answersOf(whole, steps));
        const looks = slotsOf(steps).looks;
        expect(expected.recall).toBe(Number(played.end.kind === 'closed' && played.end.outcome === 'recall'));
        expect(expected.held).toBe(Number(played.end.kind !== 'closed'));
        expect(expected.reads).toBe(played.facts.reads.filter((r) => !looks.has(r.step)).length);
        expect(expected.looks).toBe(played.facts.reads.filter((r) => looks.has(r.step)).length);
        expect(expected.consensus).toBe(played.facts.consensus.length);
      }),
      { numRuns: 250 },
    );
  });

  it('splits into groups that add up to the whole', () => {
    fc.assert(
      fc.property(anyArm, rows, (arm, all) => {
        const [one] = replay(historyOf(all), [arm], { productOf, by: ['age', 'round'] }).arms;
        for (const by of ['age', 'round']) {
          const groups = one?.groups.filter((g) => g.by === by) ?? [];
          for (const key of ['examinations', 'reads', 'consensus', 'recalls'] as const)
            expect(groups.reduce((sum, g) => sum + g.totals[key], 0)).toBeCloseTo(one?.totals[key] ?? -1, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives at each threshold of the curve what a replay with that limit gives', () => {
    fc.assert(
      fc.property(anyArm, rows, ({ protocol, arm }, all) => {
        const [parameter] = parametersOf(protocol, arm);
        const strict = JSON.stringify(protocol.arms[arm]).includes('"gt"');
        fc.pre(parameter !== undefined && !strict);
        if (!parameter) return;
        const history = historyOf(all);
        const curve = curveOf(history, protocol, arm, parameter, { productOf });
        expect(curve?.points.length).toBeGreaterThan(0);
        for (const point of curve?.points ?? []) {
          const moved = withLimit(protocol, parameter, point.threshold);
          const totals = replay(history, [{ protocol: moved, arm }], { productOf }).arms[0]?.totals;
          expect(point.reads).toBeCloseTo(totals?.reads ?? -1, 9);
          expect(point.consensus).toBeCloseTo(totals?.consensus ?? -1, 9);
          expect(point.recalls).toBeCloseTo(totals?.recalls ?? -1, 9);
          expect(point.sdcKept).toBeCloseTo(totals?.found['screen-detected'].recalled ?? -1, 9);
          expect(point.intervalSelected).toBeCloseTo(totals?.found.interval.selected ?? -1, 9);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('compares a protocol with itself as no difference', () => {
    fc.assert(
      fc.property(anyArm, rows, (arm, all) => {
        const [same] = replay(historyOf(all), [arm, arm], { productOf }).comparisons;
        for (const share of same?.shares ?? [])
          expect([share.onlyFirst, share.onlySecond, share.test.midP]).toEqual([0, 0, 1]);
        for (const mean of same?.means ?? []) expect(mean.value).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

function answersOf(one: Row, steps: ReturnType<typeof stepsOf>): Answers {
  const slots = slotsOf(steps);
  const scores = { first: one.first, second: one.second ?? one.first };
  const reads = [...slots.of].map(([name, slot]) => {
    const [left, right] = scores[slot] as [Score, Score];
    expect(isPositive({ left, right })).toBe(Math.max(left, right) >= 2);
    return [name, { left, right }] as const;
  });
  const fact: AiFact = one.ai
    ? { kind: 'result', values: { score: one.ai.score / 10, pct: one.ai.pct / 2 } }
    : { kind: 'failed' };
  const ai = Object.fromEntries(steps.flatMap((s) => ('ai' in s ? [[s.ai, fact] as const] : [])));
  return { reads: Object.fromEntries(reads), recall: one.recalled, ai, items: { age: one.age } };
}
