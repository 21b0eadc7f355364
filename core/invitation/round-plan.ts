/** What planning a round is asked, and what it answers. */
import type { Point } from '#core/invitation/distance';
import type { Day } from '#core/kernel/day';

export type PlanRules = {
  /** Highest allowed P(more women come than there are places) on a day. */
  readonly overflowLimit: number;
  /** Share of a day's places that planning may count on. */
  readonly plannedShare: number;
  /** Cost in km of one week off the due day, squared: cost = km + weekWeight x weeks^2. */
  readonly weekWeight: number;
  /** How long before her due day a woman may be taken with a bus that will have left by then, days. */
  readonly earlyDays: number;
  /** Days up to so much further off than the nearest one count as equal, and the quietest of them is taken. */
  readonly spreadDays: number;
  /** How many of the nearest sites are considered. */
  readonly nearestSites: number;
};

export type PlanWoman = {
  readonly id: string;
  readonly centreId: string;
  /** Where she lives; null when unknown, then every site of her area is equally near. */
  readonly point: Point | null;
  readonly dueOn: Day;
  /** Predicted probability that she comes. */
  readonly attendance: number;
  /** She cannot use a unit with stairs (most buses). */
  readonly stepFree: boolean;
  /** She needs two times in a row. */
  readonly longer: boolean;
};

export type PlanSlot = { readonly at: string; readonly places: number; readonly booked: number };

export type PlanDay = {
  readonly day: Day;
  /** How many women can be examined that day by the opening hours; overbooked places do not count. */
  readonly capacity: number;
  readonly slots: readonly PlanSlot[];
  /** Predicted attendance of each woman already booked that day; one with a longer time stands twice. */
  readonly booked: readonly number[];
};

/** A unit where it stands: a stationary unit is one site, a mobile unit one for each stop. */
export type PlanSite = {
  readonly unitId: string;
  readonly centreId: string;
  readonly kind: 'stationary' | 'mobile';
  readonly point: Point;
  readonly stepFree: boolean;
  /** Open days in the window, in calendar order. */
  readonly days: readonly PlanDay[];
  /** Mobile: the days on which it first and last stands here, also outside the window. */
  readonly stands: { readonly from: Day; readonly to: Day } | null;
};

export type PlanInput = {
  readonly from: Day;
  readonly to: Day;
  readonly women: readonly PlanWoman[];
  readonly sites: readonly PlanSite[];
  /** Areas without new invitations. */
  readonly pausedCentres: readonly string[];
  readonly rules: PlanRules;
};

export const unplacedReasons = ['area-paused', 'no-open-unit', 'no-room', 'waits-for-bus', 'not-yet'] as const;

export type UnplacedReason = (typeof unplacedReasons)[number];

export type Assignment = {
  readonly womanId: string;
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The time after, when she needs two. */
  readonly alsoAt: string | null;
  /** Distance as the crow flies, km; null when her place is unknown. */
  readonly km: number | null;
  /** Days from the due day to the appointment; negative = early. */
  readonly daysOff: number;
};

export type RoundPlan = {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly { readonly womanId: string; readonly reason: UnplacedReason }[];
};
