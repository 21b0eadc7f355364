import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreastReason, checkConsensus, checkReasons, type ConsensusDraft } from './consensus.ts';

const centre = new Set(['A', 'B', 'C', 'D']);
const step = { min: 2, max: 3 };
const check = (members: string[], decision: 'recall' | 'dismiss', breasts: ('left' | 'right')[] = []) => {
  const result = checkConsensus({ members, decision, breasts }, step, centre);
  return result.ok ? 'accepted' : result.refusal.code;
};

describe('a consensus', () => {
  it.each([
    [['A'], 'members'],
    [['A', 'B'], 'accepted'],
    [['A', 'B', 'C'], 'accepted'],
    [['A', 'B', 'C', 'D'], 'members'],
    [['A', 'A'], 'members'],
    [['A', 'X'], 'members'],
  ])('by %j is %s', (members, answer) => expect(check(members, 'dismiss')).toBe(answer));
  it('names a breast exactly when it recalls', () => {
    expect(check(['A', 'B'], 'recall')).toBe('breasts');
    expect(check(['A', 'B'], 'recall', ['left', 'right'])).toBe('accepted');
    expect(check(['A', 'B'], 'dismiss', ['left'])).toBe('breasts');
  });
  it('is accepted only as it should be, for any draft', () => {
    const draft: fc.Arbitrary<ConsensusDraft> = fc.record({
      members: fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'X'), { maxLength: 5 }),
      decision: fc.constantFrom('recall', 'dismiss'),
      breasts: fc.subarray(['left', 'right'] as const),
    });
    fc.assert(
      fc.property(draft, (d) => {
        const distinct = new Set(d.members).size;
        const right = distinct === d.members.length && distinct >= 2 && distinct <= 3 && !d.members.includes('X');
        return checkConsensus(d, step, centre).ok === (right && (d.decision === 'recall') === d.breasts.length > 0);
      }),
    );
  });
});

describe('the reasons of a consensus', () => {
  const known = { recall: ['mass', 'calcification'], dismiss: ['benign'] };
  const given = (decision: 'recall' | 'dismiss', ...reasons: readonly BreastReason[]) => {
    const breasts = decision === 'recall' ? (['left'] as const) : [];
    const result = checkReasons({ members: ['A', 'B'], decision, breasts, reasons }, known);
    return result.ok ? result.value.length : result.refusal.what;
  };
  const left = (reason: string) => ({ breast: 'left', reason }) as const;
  const right = (reason: string) => ({ breast: 'right', reason }) as const;

  it('are the programme’s own for that decision', () => {
    expect(given('recall', left('mass'))).toBe(1);
    expect(given('recall', left('benign'))).toContain('"benign" is no reason to recall; expected one of mass');
    expect(given('dismiss', left('mass'))).toContain('"mass" is no reason to dismiss');
  });
  it('are one a breast', () => {
    expect(given('recall', left('mass'), left('calcification'))).toContain('each breast once');
    expect(given('dismiss', left('benign'), right('benign'))).toBe(2);
  });
  it('of a recall are for the breasts recalled', () => {
    expect(given('recall', right('mass'))).toContain('not recalled');
    expect(given('recall', left('mass'), right('mass'))).toContain('not recalled');
  });
  it('may be left out', () => {
    expect(given('recall')).toBe(0);
    expect(checkReasons({ members: [], decision: 'dismiss', breasts: [] }, known)).toEqual({ ok: true, value: [] });
  });
});
