/** What a woman is told of each of her rounds: what she knows already, and an answer only when it has been sent. */
import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import type { LetterKind } from '#core/messaging/message';

const toldOfRound = [
  'invited',
  'awaiting-answer',
  'normal',
  'no-cancer',
  'recalled',
  'followed-up',
  'not-attended',
  'declined',
  'not-examined',
] as const;
export type ToldOfRound = (typeof toldOfRound)[number];

export type RoundFacts = {
  readonly state: EpisodeState;
  readonly outcome: EpisodeOutcome | null;
  /** Images were taken. */
  readonly examined: boolean;
  /** Kinds of letter about the round that have left. */
  readonly sent: readonly LetterKind[];
  /** A later round has begun: its answer was given long ago, also when its letters stand in an older system. */
  readonly past: boolean;
};

/** The words for a round. A round in which images were taken is awaiting its answer until a letter says otherwise. */
export function toldOf({ state, outcome, examined, sent, past }: RoundFacts): ToldOfRound {
  if (!examined) {
    if (state !== 'closed') return 'invited';
    if (outcome === 'not-attended') return 'not-attended';
    return outcome === 'declined' ? 'declined' : 'not-examined';
  }
  const told = (kind: LetterKind) => past || sent.includes(kind);
  if (outcome === 'negative' && told('result-normal')) return 'normal';
  if (outcome === 'negative-after-assessment' && told('assessment-result')) return 'no-cancer';
  if (past && (sent.includes('recall') || outcome === 'cancer' || outcome === 'negative-after-assessment'))
    return 'followed-up';
  if (sent.includes('recall')) return 'recalled';
  return past ? 'not-examined' : 'awaiting-answer';
}
