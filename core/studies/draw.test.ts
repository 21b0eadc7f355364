import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { digestOf, hmacOf, protocolOf, twoArms } from '#test/study-plans';
import { type DrawPlan, draw, firstStanding, permutedBlock, type Standing } from './draw.ts';
import { armsOf } from './study.ts';
import { type AllocationExport, type Drawn, recompute } from './verify-allocation.ts';

const blocks = (sizes: number[], ratio: Record<string, number> = { ai: 1, control: 1 }): DrawPlan => ({
  protocol: protocolOf(ratio),
  allocation: { method: 'blocks', sizes, strata: [] },
});
const minimisation = (probability: number): DrawPlan => ({
  protocol: protocolOf({ ai: 1, control: 1 }),
  allocation: { method: 'minimisation', probability, factors: ['centre', 'round'] },
});

/** The first `count` draws of a stratum. */
function drawn(
  plan: DrawPlan,
  key: string,
  count: number,
  levels: (i: number) => readonly string[] = () => [],
): string[] {
  let standing: Standing = firstStanding;
  return Array.from({ length: count }, (_, i) => {
    const next = draw(plan, standing, levels(i), digestOf(key, '1/', standing.block));
    standing = next.standing;
    return next.arm;
  });
}
const count = (arms: readonly string[], arm: string) => arms.filter((one) => one === arm).length;
const anyKey = fc.string({ minLength: 1, maxLength: 20 });

describe('permuted blocks', () => {
  it('hold the ratio exactly in every block, and never stray further than half the largest block', () => {
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 1, max: 200 }), (key, n) => {
        const arms = drawn(blocks([4, 6, 8]), key, n);
        arms.forEach((_, i) => {
          const so = arms.slice(0, i + 1);
          expect(Math.abs(count(so, 'ai') - count(so, 'control'))).toBeLessThanOrEqual(4);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('hold unequal ratios and three arms', () => {
    fc.assert(
      fc.property(anyKey, fc.integer({ min: 0, max: 1000 }), (key, block) => {
        const arms = armsOf({ protocol: protocolOf({ a: 2, b: 1, c: 1 }) });
        const made = permutedBlock(arms, [4, 8, 12], digestOf(key, '1/', block));
        expect([count(made, 'a'), count(made, 'b'), count(made, 'c')]).toEqual(
          [2, 1, 1].map((w) => (w * made.length) / 4),
        );
      }),
    );
  });

  it('give each order of a block equally often: chi-square over the six orders of four, 5 degrees', () => {
    const seen = new Map<string, number>();
    const n = 12_000;
    const arms = armsOf({ protocol: protocolOf({ ai: 1, control: 1 }) });
    for (let block = 0; block < n; block++) {
      const order = permutedBlock(arms, [4], digestOf('key', '1/', block)).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    const chi = [...seen.values()].reduce((sum, k) => sum + (k - n / 6) ** 2 / (n / 6), 0);
    expect(seen.size).toBe(6);
    // 99.9 % of such tables lie below 20.5; the key is fixed, so this is one table, the same each time.
    expect(chi).toBeLessThan(20.5);
  });

  it('cannot be foretold: the size of the block hides where it ends, and the draw before says nothing', () => {
    const arms = drawn(blocks([4, 6, 8]), 'another key', 20_000);
    const same = arms.slice(1).filter((arm, i) => arm === arms[i]).length / (arms.length - 1);
    // Balance within blocks makes a change of arm more likely than not; a guesser gains that and no more.
    expect(same).toBeGreaterThan(0.38);
    expect(same).toBeLessThan(0.45);
    const sizes = new Set(
      Array.from({ length: 50 }, (_, b) => permutedBlock(armsOf(twoArms), [4, 6, 8], digestOf('k', '1/', b)).length),
    );
    expect(sizes).toEqual(new Set([4, 6, 8]));
  });

  it('differ by key and by stratum', () => {
    expect(drawn(blocks([4]), 'one', 64)).not.toEqual(drawn(blocks([4]), 'two', 64));
    const of = (stratum: string) =>
      Array.from({ length: 16 }, (_, b) => permutedBlock(armsOf(twoArms), [4], digestOf('k', stratum, b))).flat();
    expect(of('1/centre=C01')).not.toEqual(of('1/centre=C02'));
  });
});

describe('minimisation', () => {
  const level = (i: number) => [`centre=${i % 3}`, `round=${i % 7 === 0 ? 'first' : 'later'}`];

  it('evens out every factor, and the better the surer it is', () => {
    const spread = (probability: number) => {
      const arms = drawn(minimisation(probability), 'key', 300, level);
      const of = (name: string) => {
        const there = arms.filter((_, i) => level(i).includes(name));
        return Math.abs(count(there, 'ai') - count(there, 'control'));
      };
      return Math.max(...['centre=0', 'centre=1', 'centre=2', 'round=first', 'round=later'].map(of));
    };
    expect(spread(1)).toBeLessThanOrEqual(2);
    expect(spread(0.8)).toBeLessThanOrEqual(10);
  });

  it('takes the better arm with the probability given', () => {
    const standing: Standing = { block: 0, margins: { 'centre=1': { ai: 3, control: 0 } } };
    const n = 4000;
    const better = Array.from({ length: n }, (_, block) =>
      draw(minimisation(0.8), standing, ['centre=1'], digestOf('key', '1/', block)),
    ).filter(({ arm }) => arm === 'control').length;
    expect(better / n).toBeGreaterThan(0.775);
    expect(better / n).toBeLessThan(0.825);
  });
});

it('simple draws follow the ratio', () => {
  const plan: DrawPlan = { protocol: protocolOf({ ai: 2, control: 1 }), allocation: { method: 'simple' } };
  const share = count(drawn(plan, 'key', 6000), 'ai') / 6000;
  expect(share).toBeGreaterThan(0.645);
  expect(share).toBeLessThan(0.688);
});

it('a stepped wedge draws nothing: a site goes over on its day', () => {
  const steps = { C01: day('2026-03-01'), C02: day('2026-06-01') };
  const plan: DrawPlan = {
    protocol: protocolOf({ ai: 1, control: 1 }),
    allocation: { method: 'stepped-wedge', to: 'ai', steps },
  };
  const on = (site: string, when: string) =>
    draw(plan, firstStanding, [`site=${site}`, `day=${when}`], digestOf('key', '1/', 0)).arm;
  expect([on('C01', '2026-02-28'), on('C01', '2026-03-01'), on('C02', '2026-03-01')]).toEqual([
    'control',
    'ai',
    'control',
  ]);
});

describe('recomputing from the key', () => {
  const key = '0b'.repeat(32);
  const hmac = hmacOf(Buffer.from(key, 'hex'));

  /** Women who come at random to two strata. */
  function fileOf(plan: DrawPlan, coming: readonly boolean[]): AllocationExport {
    const at = new Map<string, { standing: Standing; taken: number }>();
    const draws = coming.map((first, i): Drawn => {
      const stratum = plan.allocation.method === 'blocks' ? `1/round=${first ? 'first' : 'later'}` : '1/';
      const levels = [`centre=${i % 2}`, `round=${first ? 'first' : 'later'}`];
      const { standing, taken } = at.get(stratum) ?? { standing: firstStanding, taken: 0 };
      const message = (part: number) => hmac(['s', stratum, standing.block, part].join('\n'));
      const next = draw(plan, standing, levels, message);
      at.set(stratum, { standing: next.standing, taken: taken + 1 });
      return { stratum, position: taken + 1, subject: `w${i}`, version: '1', levels, arm: next.arm };
    });
    return { studyId: 's', key, plans: [{ ...twoArms, ...plan, version: '1' }], draws };
  }
  const plans = [blocks([4, 6]), minimisation(0.7), { ...blocks([]), allocation: { method: 'simple' } as const }];

  it('finds every draw of every method again, in whatever order the file has them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.array(fc.boolean(), { maxLength: 60 }), (plan, coming) => {
        const file = fileOf(plan, coming);
        const found = recompute({ ...file, draws: file.draws.toReversed() }, hmac);
        expect(found).toMatchObject({ draws: coming.length, different: [], faults: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('names a draw that was changed, a position that is gone and a woman drawn twice', () => {
    const file = fileOf(blocks([4]), Array<boolean>(10).fill(true));
    const [one, two, ...rest] = file.draws as [Drawn, Drawn, ...Drawn[]];
    const other = { ...one, arm: one.arm === 'ai' ? 'control' : 'ai' };
    expect(recompute({ ...file, draws: [other, two, ...rest] }, hmac).different).toEqual([
      { ...other, expected: one.arm },
    ]);
    expect(recompute({ ...file, draws: [one, ...rest] }, hmac).faults).toEqual([
      '1/round=first: expected position 2, found 3',
    ]);
    expect(recompute({ ...file, draws: [one, { ...two, subject: one.subject }, ...rest] }, hmac).faults).toEqual([
      '1 have been drawn twice',
    ]);
  });

  it('gives other draws with another key', () => {
    const file = fileOf(blocks([4, 6]), Array<boolean>(60).fill(true));
    expect(recompute(file, hmacOf('another')).different.length).toBeGreaterThan(10);
  });
});
