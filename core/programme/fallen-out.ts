/** The failsafe: who has fallen out of the programme, so that nobody is forgotten because no list shows her. */
import { addDays, type Day } from '#core/kernel/day';

export const fallenOutReasons = ['never-planned', 'area-paused', 'without-time'] as const;
export type FallenOutReason = (typeof fallenOutReasons)[number];

export type FailsafeRules = {
  /** Due for more than so many days without a round. */
  readonly dueDays: number;
  /** In an open round without a time for more than so many days. */
  readonly withoutTimeDays: number;
};

/** A woman who is due and in no round, or in a round without a time. */
export type MaybeForgotten =
  | { readonly kind: 'due'; readonly since: Day; readonly areaPaused: boolean }
  | { readonly kind: 'without-time'; readonly since: Day };

/** Why she counts as fallen out on a day; undefined while she has not waited longer than the rules allow. */
export function fallenOut(woman: MaybeForgotten, today: Day, rules: FailsafeRules): FallenOutReason | undefined {
  const limit = woman.kind === 'due' ? rules.dueDays : rules.withoutTimeDays;
  if (woman.since >= addDays(today, -limit)) return undefined;
  if (woman.kind === 'without-time') return 'without-time';
  return woman.areaPaused ? 'area-paused' : 'never-planned';
}
