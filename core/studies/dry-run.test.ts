import { describe, expect, it } from 'vitest';
import { dayNumber, day } from '#core/kernel/day';
import { powerOf } from '#core/statistics/trial-size';
import { aims1 } from '#programmes/protocols/aims-1';
import { type ArmOutcomes, poolOf } from './dry-run-pool.ts';
import { type DryRun, type DryRunOptions, type DryRunPlan, dryRun, dryRunOn } from './dry-run.ts';

const plan: DryRunPlan = {
  protocol: aims1.protocol,
  control: 'control',
  allocation: { method: 'blocks', sizes: [4, 6, 8], strata: [] },
  eligibility: { version: '1', criteria: [] },
  recruitment: { total: 140_000, planned: [] },
  analysis: {
    primary: 'screen-detected',
    hypothesis: 'non-inferiority',
    expected: 0.0061,
    margin: 0.00117,
    alpha: 0.025,
    power: 0.8,
    looks: [1],
    spending: 'obrien-fleming',
  },
};
const options: DryRunOptions = {
  repetitions: 2000,
  seed: 1,
  women: 4000,
  consent: 0.79,
  aiFailure: 0.01,
  on: dayNumber(day('2026-01-18')),
};

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const outcomes = (rate: number): ArmOutcomes => [
  { outcome: { reads: 2, consensus: false, recall: false, screenDetected: false, interval: false }, weight: 1 - rate },
  { outcome: { reads: 2, consensus: true, recall: true, screenDetected: true, interval: false }, weight: rate },
];
const powerIn = (ai: number, control: number, changed: Partial<DryRunPlan['analysis']> = {}) => {
  const pool = poolOf({ ai: outcomes(ai), control: outcomes(control) });
  return finish(dryRunOn(pool, { ...plan, analysis: { ...plan.analysis, ...changed } }, options)).comparisons[0]?.power;
};

describe('a dry run of the trial', () => {
  it('finds the power that the formula gives', () => {
    const found = powerIn(0.0061, 0.0061);
    const formula = powerOf({ control: 0.0061, experimental: 0.0061, margin: 0.00117 }, 0.025, 140_000);
    expect(formula).toBeGreaterThan(found?.lower ?? 1);
    expect(formula).toBeLessThan(found?.upper ?? 0);
  });

  it('reaches the boundary in alpha of the trials where the truth lies on the margin, however often the board looks', () => {
    for (const looks of [[1], [0.25, 0.5, 0.75, 1]]) {
      const found = powerIn(0.0061 - 0.00117, 0.0061, { looks, spending: 'pocock' });
      expect(found?.lower).toBeLessThan(0.025);
      expect(found?.upper).toBeGreaterThan(0.025);
    }
  });

  it('reads simulated women by both arms: one or two reads in one, two in the other, and asks more than take part', () => {
    const run: DryRun = finish(dryRun(plan, { ...options, repetitions: 20, women: 12_000 }));
    const of = (arm: string) => run.arms.find((one) => one.arm === arm)?.perThousand;
    expect(of('control')?.reads.mean).toBeCloseTo(2000, 6);
    // Seven tenths of examinations score below 8 and are read by one.
    expect(of('ai')?.reads.mean).toBeGreaterThan(1250);
    expect(of('ai')?.reads.mean).toBeLessThan(1400);
    expect(of('control')?.['screen-detected'].mean).toBeGreaterThan(3);
    expect(run.asked.mean).toBeCloseTo(140_000 / 0.79, -3);
  });

  it('gives the same for the same seed', () => {
    const once = () => finish(dryRun(plan, { ...options, repetitions: 5, women: 1500 }));
    expect(once()).toEqual(once());
  });
});
