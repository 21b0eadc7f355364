/**
 * Guidance to the safety board, as data: a limit that a count should not pass, with the interval that says when it has
 * surely done so. It never stops anything by itself: the board weighs it with all else (ICH E6(R3) section 3.6).
 */
import { exactProportion } from '#core/statistics/intervals';
import type { SafetyMeasure } from './safety.ts';
import { scoreOf, type TrialRow } from './trial-row.ts';

export type GuidanceRule = {
  readonly id: string;
  readonly words: { readonly nb: string; readonly nn: string; readonly en: string };
  /** Events of a measure, in these arms ('experimental' = all but control), among examinations with a score below a limit. */
  readonly measure: Extract<SafetyMeasure, 'interval' | 'recall' | 'screen-detected'>;
  readonly arms: 'experimental' | 'control' | 'all';
  readonly scoreBelow?: number;
  /** Share that should not be passed. */
  readonly limit: number;
  /** Fewer examinations than this say nothing. */
  readonly least: number;
};

export type Guidance = {
  readonly rule: GuidanceRule;
  readonly events: number;
  readonly total: number;
  readonly upper: number | null;
  readonly lower: number | null;
  /** `passed`: the whole exact 95 % interval lies above the limit; `near`: the share itself does. */
  readonly standing: 'too-few' | 'below' | 'near' | 'passed';
};

export function guidanceOf(rule: GuidanceRule, rows: readonly TrialRow[], control: string): Guidance {
  const own = rows.filter(
    (row) =>
      row.withdrawn !== 'remove-from-analysis' &&
      (rule.arms === 'all' || (row.arm === control) === (rule.arms === 'control')) &&
      row.reading?.outcome != null &&
      row.reading.outcome !== 'withdrawn' &&
      (rule.scoreBelow === undefined || (scoreOf(row) ?? Number.POSITIVE_INFINITY) < rule.scoreBelow) &&
      (rule.measure !== 'interval' || row.followedUp),
  );
  const events = own.filter((row) =>
    rule.measure === 'recall' ? row.reading?.outcome === 'recall' : row.cancer?.detection === rule.measure,
  ).length;
  const total = own.length;
  if (total < rule.least || total === 0) return { rule, events, total, lower: null, upper: null, standing: 'too-few' };
  const { lower, upper } = exactProportion(events, total);
  const standing = lower > rule.limit ? 'passed' : events / total > rule.limit ? 'near' : 'below';
  return { rule, events, total, lower, upper, standing };
}
