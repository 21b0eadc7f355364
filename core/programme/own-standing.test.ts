import { describe, expect, it } from 'vitest';
import { episodeStates } from '#core/invitation/episode';
import { type LetterKind, letterKinds } from '#core/messaging/message';
import { ownStanding } from './own-standing.ts';

const as = { appointment: false, stopped: false, reserved: false };
const answers: readonly LetterKind[] = ['result-normal', 'recall', 'technical-recall', 'assessment-result'];

describe('what a woman is told', () => {
  it('is not ahead of the letter: the same while read, discussed and recalled', () => {
    const told = (['reading', 'assessment'] as const).map((episode) =>
      ownStanding({ ...as, episode, sent: ['invitation'] }),
    );
    expect(told).toEqual(['being-read', 'being-read']);
  });

  it('is an answer exactly when an answering letter has left', () => {
    for (const episode of episodeStates) {
      for (const kind of letterKinds) {
        const standing = ownStanding({ ...as, episode, sent: [kind] });
        expect(standing === 'answer').toBe(answers.includes(kind));
      }
    }
  });

  it('knows one who has never been invited', () => {
    expect(ownStanding({ ...as, episode: null, sent: [] })).toBe('no-round');
  });

  it('is not that she was never invited, when her rounds have been separated from her name', () => {
    expect(ownStanding({ ...as, episode: null, sent: [], reserved: true })).toBe('nothing-stored');
  });

  it('promises no invitation to one who has stopped them', () => {
    for (const episode of [null, 'closed'] as const)
      expect(ownStanding({ ...as, episode, sent: [], stopped: true })).toBe('stopped');
  });

  it('is that she is called in, from the letter that says so until the time has been', () => {
    const recalled = { ...as, episode: 'assessment', sent: ['invitation', 'recall'] } as const;
    expect(ownStanding({ ...recalled, appointment: true })).toBe('recalled');
    expect(ownStanding(recalled)).toBe('answer');
  });
});
