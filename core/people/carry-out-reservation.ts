/**
 * What a reservation against storing normal findings reaches. Rounds that are over and ended without a recall and without
 * cancer lose the link to the woman; a recall or a cancer may not be reserved against (facts: "Personvern og reservasjon").
 */
import type { EpisodeOutcome } from '#core/invitation/episode';
import { addMonths, type Day } from '#core/kernel/day';

export type RoundOver = {
  readonly episodeId: string;
  readonly state: 'invited' | 'reading' | 'assessment' | 'closed';
  readonly outcome: EpisodeOutcome | null;
  readonly closedOn: Day | null;
  readonly recalled: boolean;
  readonly assessed: boolean;
  /** A cancer is classified as found in this round or in the interval after it. */
  readonly cancer: boolean;
};

/** The rounds whose link to the woman is cut. */
export function reservedRounds(rounds: readonly RoundOver[]): readonly RoundOver[] {
  return rounds.filter(
    (r) => r.state === 'closed' && r.outcome === 'negative' && !r.recalled && !r.assessed && !r.cancer,
  );
}

/** The last day on which a reservation from a day may be carried out. */
export function carryOutBy(from: Day, months: number): Day {
  return addMonths(from, months);
}
