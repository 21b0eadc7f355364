/**
 * What a woman is told on her own page about where she stands. Never ahead of the letter: until an answer has been sent
 * to her, her images are simply being read, whatever readers and consensus have come to.
 */
import type { EpisodeState } from '#core/invitation/episode';
import type { LetterKind } from '#core/messaging/message';

export type OwnStanding =
  | 'no-round'
  | 'nothing-stored'
  | 'stopped'
  | 'appointment'
  | 'awaiting-appointment'
  | 'being-read'
  | 'answer'
  | 'recalled'
  | 'followed-up'
  | 'ended';

export type OwnFacts = {
  /** Her latest episode; null when she has had none. */
  readonly episode: EpisodeState | null;
  /** She has a coming appointment for imaging or assessment that she has been written to about. */
  readonly appointment: boolean;
  /** Kinds of letter of this episode that have left. */
  readonly sent: readonly LetterKind[];
  /** She gets no invitations. */
  readonly stopped: boolean;
  /** Her normal results are not stored with her name, so that rounds she has had may be gone. */
  readonly reserved: boolean;
};

/** Letters that are an answer to the images. */
const answers: readonly LetterKind[] = ['result-normal', 'recall', 'technical-recall', 'assessment-result'];

/** The standing in the order in which one excludes the next: an answer, a coming time, images being read, a round over. */
export function ownStanding({ episode, appointment, sent, stopped, reserved }: OwnFacts): OwnStanding {
  if (episode === null) return stopped ? 'stopped' : reserved ? 'nothing-stored' : 'no-round';
  if (appointment && sent.includes('recall')) return 'recalled';
  if (sent.some((kind) => answers.includes(kind))) return 'answer';
  if (appointment) return 'appointment';
  if (episode === 'invited') return 'awaiting-appointment';
  // Closed without a letter yet looks the same as still being read: the page does not tell by falling silent.
  if (episode === 'reading' || episode === 'assessment') return 'being-read';
  return stopped ? 'stopped' : 'ended';
}
