import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aims1 } from '#programmes/protocols/aims-1';
import { guidanceRules, setRules } from '#programmes/breast-no/study-monitoring';
import { analysisSets } from './analysis-sets.ts';
import { blindBalance, largestImbalance } from './balance.ts';
import { consortFlow } from './consort.ts';
import { recruitmentCurve } from './recruitment.ts';
import { armSafety, compare, primaryStanding } from './safety.ts';
import { guidanceOf } from './stopping.ts';
import type { AnalysisPlan } from './study.ts';
import { departures, received, type TrialRow } from './trial-row.ts';

const { protocol } = aims1;
const arms = ['ai', 'control'] as const;
const score = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;
const oneRead = (step: string) => fc.record({ step: fc.constant(step), left: score, right: score });

const row: fc.Arbitrary<TrialRow> = fc.record({
  examinationId: fc.uuid(),
  centreId: fc.constantFrom('C01', 'C02'),
  day: fc.constant('2026-01-05'),
  arm: fc.constantFrom(...arms),
  first: fc.boolean(),
  reading: fc.option(
    fc.record({
      protocolId: fc.constantFrom('aims-1', 'no-idr'),
      version: fc.constant('1'),
      arm: fc.constantFrom(...arms),
      outcome: fc.constantFrom(
        'negative' as const,
        'dismissed' as const,
        'recall' as const,
        'withdrawn' as const,
        null,
      ),
    }),
  ),
  reads: fc.tuple(oneRead('r1'), oneRead('r2')).chain(([a, b]) => fc.constantFrom([], [a], [a, b])),
  consensus: fc.constantFrom([], [{ step: 'c', decision: 'recall' as const }]),
  ai: fc.option(fc.record({ score: fc.double({ min: 1, max: 10.99, noNaN: true }) })),
  protocol: fc.constant(protocol),
  late: fc.boolean(),
  deviations: fc.constantFrom([], ['other']),
  withdrawn: fc.constantFrom(null, null, 'no-further-data' as const, 'remove-from-analysis' as const),
  gone: fc.constantFrom(null, null, 'died' as const, 'emigrated' as const),
  cancer: fc.option(
    fc.record({
      detection: fc.constantFrom('screen-detected' as const, 'interval' as const),
      behaviour: fc.constantFrom('dcis' as const, 'invasive' as const),
      sizeMm: fc.option(fc.integer({ min: 1, max: 60 })),
      nodes: fc.constantFrom('positive' as const, 'negative' as const, 'unknown' as const),
    }),
  ),
  followedUp: fc.boolean(),
});
const groups = fc.array(
  fc.record({
    reasons: fc.constantFrom([], ['age'], ['implants', 'declined'], ['not-asked']),
    drawn: fc.boolean(),
    count: fc.integer({ min: 1, max: 50 }),
  }),
);
const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, { count }) => all + count, 0);

describe('the CONSORT flow', () => {
  it('adds up, box by box', () => {
    fc.assert(
      fc.property(groups, fc.array(row, { maxLength: 40 }), fc.boolean(), (assessed, rows, blind) => {
        const flow = consortFlow(assessed, rows, blind ? null : arms, setRules);
        expect(flow.assessed).toBe(flow.excluded.count + flow.eligible);
        expect(flow.excluded.count).toBe(sum(flow.excluded.reasons));
        expect(flow.allocated).toBe(flow.arms.reduce((all, arm) => all + arm.allocated, 0));
        for (const arm of flow.arms) {
          expect(Object.values(arm.received).reduce((a, b) => a + b, 0)).toBe(arm.allocated);
          for (const set of analysisSets) {
            expect(arm.analysed[set].count + sum(arm.analysed[set].out)).toBe(arm.allocated);
          }
          expect(arm.analysed['per-protocol'].count).toBeLessThanOrEqual(arm.analysed.modified.count);
          expect(arm.analysed.modified.count).toBeLessThanOrEqual(arm.analysed['intention-to-treat'].count);
          const { lost, asked } = arm;
          expect(lost['no-further-data'] + lost.died + lost.emigrated + asked.removal).toBeLessThanOrEqual(
            arm.allocated,
          );
        }
      }),
    );
  });

  it('leaves out of every set those who asked to be removed, whatever the rules say', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const all = { 'intention-to-treat': [], modified: [], 'per-protocol': [] };
        const flow = consortFlow([], rows, arms, all);
        for (const arm of flow.arms)
          expect(arm.analysed['intention-to-treat'].count).toBe(arm.allocated - arm.asked.removal);
      }),
    );
  });
});

const single: TrialRow = {
  examinationId: 'x',
  centreId: 'C01',
  day: '2026-01-05',
  arm: 'ai',
  first: true,
  reading: { protocolId: 'aims-1', version: '1', arm: 'ai', outcome: 'negative' },
  reads: [{ step: 'r1', left: 1, right: 1 }],
  consensus: [],
  ai: { score: 4.2 },
  protocol,
  late: false,
  deviations: [],
  withdrawn: null,
  gone: null,
  cancer: null,
  followedUp: true,
};
const r2 = { step: 'r2', left: 1, right: 1 } as const;

describe('what was done in an arm', () => {
  it('is as allocated when one reader read a low score', () => {
    expect(received(single)).toBe('as-allocated');
  });
  it('departs when a second reader read in the band of one', () => {
    expect(departures({ ...single, reads: [...single.reads, r2] })).toEqual(['extra-read']);
  });
  it('departs when a high score was read by one', () => {
    expect(departures({ ...single, ai: { score: 9.1 } })).toEqual(['missing-read']);
  });
  it('is the fallback when the machine gave nothing and two read', () => {
    expect(received({ ...single, ai: null, late: true, reads: [...single.reads, r2] })).toBe('fallback');
  });
  it('is not a fallback in the control arm, which asks no machine', () => {
    const control = { ...single, arm: 'control', reads: [...single.reads, r2], ai: null };
    expect(
      received({ ...control, reading: { protocolId: 'aims-1', version: '1', arm: 'control', outcome: 'negative' } }),
    ).toBe('as-allocated');
  });
});

describe('balance', () => {
  const equal = [
    { arm: 'ai', weight: 1 },
    { arm: 'control', weight: 1 },
  ];
  const count = (ai: number, control: number) => [
    { stratum: 's', arm: 'ai', count: ai },
    { stratum: 's', arm: 'control', count: control },
  ];
  it('tells a site nothing about a few draws, and of many neither the number nor the side', () => {
    expect(blindBalance(count(30, 32), equal)).toEqual({ kind: 'too-few', least: 100 });
    expect(blindBalance(count(103, 100), equal)).toEqual(blindBalance(count(100, 103), equal));
    // One draw to either side gives a site the same answer.
    expect(blindBalance(count(101, 100), equal)).toMatchObject({ within: 0.02 });
    expect(blindBalance(count(100, 101), equal)).toMatchObject({ within: 0.02 });
  });
  it('is at most half the largest block with two equal arms', () => {
    expect(largestImbalance({ method: 'blocks', sizes: [4, 6, 8], strata: [] }, equal)).toBe(2);
    expect(largestImbalance({ method: 'simple' }, equal)).toBeNull();
  });
});

describe('recruitment', () => {
  it('is held against the plan month by month and foretold by the pace of the last whole months', () => {
    const at = (month: string, women: number) => ({ centreId: 'C01', month, women });
    const curve = recruitmentCurve(
      [at('2026-01', 100), at('2026-02', 100), at('2026-03', 100)],
      [at('2026-01', 80), at('2026-02', 90), at('2026-03', 10)],
      300,
      '2026-03',
    );
    expect(curve.months.map(({ planned, recruited }) => [planned, recruited])).toEqual([
      [100, 80],
      [200, 170],
      [300, 180],
    ]);
    expect([curve.plannedByThen, curve.recruitedByThen]).toEqual([200, 170]);
    expect(curve.forecast).toMatchObject({ perMonth: 85, expected: '2026-05' });
  });
});

describe('the safety report', () => {
  const many = (arm: string, n: number, found: number): TrialRow[] =>
    Array.from({ length: n }, (_, i) => ({
      ...single,
      arm,
      reading: { protocolId: 'aims-1', version: '1', arm, outcome: i < found ? 'recall' : 'negative' },
      cancer: i < found ? { detection: 'screen-detected', behaviour: 'invasive', sizeMm: 12, nodes: 'negative' } : null,
    }));
  const plan: AnalysisPlan = {
    primary: 'screen-detected',
    hypothesis: 'non-inferiority',
    expected: 0.006,
    margin: 0.01,
    alpha: 0.025,
    power: 0.8,
    looks: [0.5, 1],
    spending: 'obrien-fleming',
  };
  const [ai, control] = [armSafety('ai', many('ai', 1000, 6)), armSafety('control', many('control', 1000, 7))];

  it('compares the arms and says where the primary comparison stands at the information there is', () => {
    const found = compare('screen-detected', ai, control);
    expect(found.difference?.value).toBeCloseTo(-0.001, 9);
    const now = primaryStanding(plan, ai, control, { total: 4000, earlier: [] });
    expect(now.information).toBe(0.5);
    expect(now.now?.z).toBeCloseTo(now.planned[0]?.z ?? 0, 6);
    expect(now.crossed).toBe((now.z ?? 0) >= (now.now?.z ?? 9));
    expect(primaryStanding(plan, ai, control, { total: 4000, earlier: [0.5] }).now).toBeNull();
  });

  it('counts nobody who asked to be removed', () => {
    const [first, ...rest] = many('ai', 10, 3);
    const removed = [{ ...(first as TrialRow), withdrawn: 'remove-from-analysis' as const }, ...rest];
    expect(armSafety('ai', removed).counts['screen-detected']).toEqual({ events: 2, total: 9 });
  });

  it('points out a low band with too many interval cancers only when there are enough examinations', () => {
    const [rule] = guidanceRules;
    if (!rule) throw new Error('no rule');
    const missed = many('ai', rule.least, 0).map((one, i) =>
      i < 40
        ? {
            ...one,
            cancer: {
              detection: 'interval' as const,
              behaviour: 'invasive' as const,
              sizeMm: 20,
              nodes: 'unknown' as const,
            },
          }
        : one,
    );
    expect(guidanceOf(rule, missed, 'control').standing).toBe('passed');
    expect(guidanceOf(rule, missed.slice(0, 50), 'control').standing).toBe('too-few');
    expect(guidanceOf(rule, many('ai', rule.least, 0), 'control').standing).toBe('below');
  });
});
