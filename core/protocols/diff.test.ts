import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workedProtocol } from '#programmes/protocols/worked';
import { anyProtocol } from '#test/arbitrary-protocols';
import { diff, diffInWords } from './diff.ts';
import { type Protocol, type Step, stepsOf } from './protocol.ts';
import { english } from './words-en.ts';

const aims1 = workedProtocol('aims-1');
const ai = aims1.arms.ai as { readonly steps: readonly Step[] };
const changed = (i: number, more: object): Protocol => ({
  ...aims1,
  arms: { ...aims1.arms, ai: { steps: ai.steps.map((s, j) => (i === j ? ({ ...s, ...more } as Step) : s)) } },
});
const said = (after: Protocol) => diffInWords(aims1, after, english);

describe('the difference of two versions', () => {
  it('is nothing between equals, whatever they are called', () => {
    fc.assert(
      fc.property(anyProtocol, (p) => {
        expect(diff(p, { ...JSON.parse(JSON.stringify(p)), id: 'other', version: '2' })).toEqual([]);
      }),
    );
  });
  it('is something between any two that do not say the same, and every difference has words', () => {
    fc.assert(
      fc.property(anyProtocol, anyProtocol, (a, b) => {
        const bare = ({ id: _id, version: _version, ...rest }: Protocol) => JSON.stringify(rest);
        const words = diffInWords(a, b, english);
        expect(words.length > 0).toBe(bare(a) !== bare(b));
        for (const one of words) expect(one).not.toMatch(/undefined|\[object/);
      }),
    );
  });
  it('says a limit that was moved', () =>
    expect(diffInWords(workedProtocol('copenhagen'), workedProtocol('copenhagen', '2'), english)).toEqual([
      'Reader 1: if: was “score is under 6”, is “score is under 8”.',
      'Reader 1: if: was “score is 6 or more”, is “score is 8 or more”.',
      'Reader 2: if: was “score is 6 or more”, is “score is 8 or more”.',
    ]));
  it.each([
    [changed(0, { model: 'other' }), 'ai: the machine: product: was “transpara”, is “other”.'],
    [changed(0, { onFail: 'hold' }), 'ai: the machine: when it gives no answer: was “standard”, is “hold”.'],
    [changed(0, { scale: [0, 100] }), 'ai: the machine: scale: was “1–10”, is “0–100”.'],
    [changed(1, { grade: 'senior' }), 'ai: reader 1: grade: was “any”, is “senior”.'],
    [
      changed(1, { sees: ['priors', 'a.score'] }),
      'ai: reader 1 now also sees score; reader 1 no longer sees everything the machine gives.',
    ],
    [changed(2, { not: [] }), 'ai: reader 2: not the same person as: was “reader 1”, is “not said”.'],
    [changed(3, { min: 3 }), 'ai: consensus: people: was “2–3”, is “3–3”.'],
    [changed(3, { default: 'recall' }), 'ai: consensus: proposed: was “not said”, is “recall”.'],
    [changed(4, { end: false }), 'ai: the end at step 5: recall if: was “consensus recalls”, is “never”.'],
    [{ ...aims1, ratio: { control: 1, ai: 2 } }, 'Ratio: was “ai:1,control:1”, is “ai:2,control:1”.'],
    [{ ...aims1, arms: { ai } }, 'Arm control is gone.'],
    [{ ...aims1, arms: { ...aims1.arms, third: ai } }, 'third: new arm third.'],
    [
      { ...aims1, arms: { ...aims1.arms, ai: { steps: ai.steps.filter((_, i) => i !== 2) } } },
      'ai: gone: if score is 8 or more: reader 2 reads, not the same person as reader 1, sees earlier images and everything the machine gives.',
    ],
  ] as const)('says what was changed', (after, words) => expect(said(after)).toContain(words));
  it('says a step that has moved', () => {
    const routine = workedProtocol('no-routine');
    const [one, two, ...rest] = stepsOf(routine, 'routine') as [Step, Step, ...Step[]];
    const swapped = { ...routine, arms: { routine: { steps: [two, one, ...rest] } } };
    expect(diffInWords(routine, swapped, english).join()).toMatch(/comes at another place/);
  });
});
