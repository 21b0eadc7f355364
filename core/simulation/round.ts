import type { Home } from './world.ts';

/** One round of one woman, as it is played. */
export type Round = {
  readonly number: number;
  readonly home: Home;
  readonly invitedOn: number;
  readonly wanted: number;
  /** Uniform draw that spreads women over a period. */
  readonly spread: number;
  /** Days by which her next due day is off. */
  readonly drift: number;
  /** False for rounds before the first day of the files: played, but not written. */
  readonly visible: boolean;
  offers: number;
};
