import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConsensus, type ConsensusDraft } from './consensus.ts';

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
