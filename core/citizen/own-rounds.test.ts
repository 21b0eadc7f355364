import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodeOutcomes, type EpisodeState } from '#core/invitation/episode';
import { type RoundFacts, toldOf } from './own-rounds.ts';

const examined: RoundFacts = { state: 'closed', outcome: 'negative', examined: true, sent: [], past: false };
const standings: readonly Pick<RoundFacts, 'state' | 'outcome'>[] = [
  ...(['reading', 'assessment', 'invited'] as const).map((state: EpisodeState) => ({ state, outcome: null })),
  ...episodeOutcomes.map((outcome) => ({ state: 'closed' as const, outcome })),
];

describe('what she is told of a round', () => {
  it('is the same whatever the images showed, until a letter has been sent', () => {
    for (const standing of standings)
      expect(toldOf({ ...examined, ...standing, sent: ['invitation', 'moved'] })).toBe('awaiting-answer');
  });

  it('is the answer once its letter has left', () => {
    expect(toldOf({ ...examined, sent: ['result-normal'] })).toBe('normal');
    expect(toldOf({ ...examined, state: 'assessment', outcome: null, sent: ['recall'] })).toBe('recalled');
    expect(toldOf({ ...examined, outcome: 'cancer', sent: ['recall'] })).toBe('recalled');
    expect(toldOf({ ...examined, outcome: 'cancer', sent: ['recall'], past: true })).toBe('followed-up');
    expect(toldOf({ ...examined, outcome: 'negative-after-assessment', sent: ['recall', 'assessment-result'] })).toBe(
      'no-cancer',
    );
  });

  it('is not cancer or no cancer by a recall alone: that is said by a doctor', () => {
    fc.assert(
      fc.property(fc.constantFrom(...standings), (standing) => {
        if (standing.outcome === 'negative') return;
        expect(toldOf({ ...examined, ...standing, sent: ['recall'] })).toBe('recalled');
      }),
    );
  });

  it('says what became of a round without images', () => {
    const without = { ...examined, examined: false };
    expect(toldOf({ ...without, state: 'invited', outcome: null })).toBe('invited');
    expect(toldOf({ ...without, outcome: 'not-attended' })).toBe('not-attended');
    expect(toldOf({ ...without, outcome: 'declined' })).toBe('declined');
    expect(toldOf({ ...without, outcome: 'withdrawn' })).toBe('not-examined');
  });
});
