import { describe, expect, it } from 'vitest';
import { episodeStates } from '#core/invitation/episode';
import { type LetterKind, letterKinds } from '#core/messaging/message';
import { ownStanding } from './own-standing.ts';

const answers: readonly LetterKind[] = ['result-normal', 'recall', 'technical-recall', 'assessment-result'];

describe('what a woman is told', () => {
  it('is not ahead of the letter: the same while read, discussed and recalled', () => {
    const told = (['reading', 'assessment'] as const).map((episode) =>
      ownStanding({ episode, appointment: false, sent: ['invitation'] }),
    );
    expect(told).toEqual(['being-read', 'being-read']);
  });

  it('is an answer exactly when an answering letter has left', () => {
    for (const episode of episodeStates) {
      for (const kind of letterKinds) {
        const standing = ownStanding({ episode, appointment: false, sent: [kind] });
        expect(standing === 'answer').toBe(answers.includes(kind));
      }
    }
  });

  it('knows one who has never been invited', () => {
    expect(ownStanding({ episode: null, appointment: false, sent: [] })).toBe('no-round');
  });
});
