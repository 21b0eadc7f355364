/**
 * A radiographer's own figures: shares with Wilson intervals, agreement with the audit reader as weighted kappa, and at
 * what volume each means anything. Below it the figure is shown with that said, not hidden: it is one's own.
 */
import { type Interval, wilson } from '#core/statistics/intervals';
import { type Kappa, kappa, type KappaWeights } from '#core/statistics/kappa';
import type { ImageQuality } from './views.ts';

export const imageGrades = ['P', 'A', 'I'] as const satisfies readonly ImageQuality[];

/** One's own grade of an image beside the audit reader's. */
export type GradePair = { readonly own: ImageQuality; readonly audit: ImageQuality };

export type Share = Interval & {
  readonly events: number;
  readonly of: number;
  readonly value: number;
  /** Whether there are enough for the figure to say something. */
  readonly enough: boolean;
};

/** A share with its interval; null when there is nothing to take it of. */
export function shareOf(events: number, of: number, enough: number): Share | null {
  return of === 0 ? null : { events, of, value: events / of, enough: of >= enough, ...wilson(events, of) };
}

/** Pairs of grades as a square table, perfect first; rows are one's own. */
export function gradeTable(pairs: readonly GradePair[]): readonly (readonly number[])[] {
  return imageGrades.map((own) =>
    imageGrades.map((audit) => pairs.filter((pair) => pair.own === own && pair.audit === audit).length),
  );
}

export type Agreement = {
  readonly pairs: number;
  readonly same: Share | null;
  /** Null when kappa has no meaning: no pairs, or one of the two gave one grade only (it is then 0 whatever they see). */
  readonly kappa: Kappa | null;
};

export function agreementOf(pairs: readonly GradePair[], weights: KappaWeights, enough: number): Agreement {
  const same = pairs.filter((pair) => pair.own === pair.audit).length;
  const mayVary = new Set(pairs.map((pair) => pair.own)).size > 1 && new Set(pairs.map((pair) => pair.audit)).size > 1;
  return {
    pairs: pairs.length,
    same: shareOf(same, pairs.length, enough),
    kappa: (mayVary ? kappa(gradeTable(pairs), weights) : undefined) ?? null,
  };
}
