/** The figures that are shown of a replay, each with its counts and 95 % interval. */
import { exactProportion, wilson } from '#core/statistics/intervals';
import type { Totals } from './totals.ts';

export const figureIds = [
  'reads',
  'consensus',
  'recalls',
  'sdcKept',
  'sdcMissed',
  'intervalSelected',
  'intervalRecalled',
  'ppv',
  'cancerRate',
] as const;
export type FigureId = (typeof figureIds)[number];

export type ReplayFigure = {
  readonly id: FigureId;
  readonly count: number;
  readonly of: number;
  /** `count / of`; null when there is nothing to divide by. */
  readonly value: number | null;
  readonly limits: { readonly lower: number; readonly upper: number } | null;
};

/**
 * Wilson intervals for shares of examinations and recalls, exact ones for shares of cancers, which are few. Reads are an
 * average and have none. ppv = screen-detected cancers among the recalls that the history has assessed.
 */
export function figuresOf(totals: Totals): readonly ReplayFigure[] {
  const n = totals.examinations;
  const sdc = totals.found['screen-detected'];
  const interval = totals.found.interval;
  return [
    { id: 'reads', count: totals.reads, of: n, value: n === 0 ? null : totals.reads / n, limits: null },
    share('consensus', totals.consensus, n, 'wilson'),
    share('recalls', totals.recalls, n, 'wilson'),
    share('sdcKept', sdc.recalled, sdc.all, 'exact'),
    share('sdcMissed', sdc.all - sdc.recalled, sdc.all, 'exact'),
    share('intervalSelected', interval.selected, interval.all, 'exact'),
    share('intervalRecalled', interval.recalled, interval.all, 'exact'),
    share('ppv', sdc.recalled, totals.recallsKept, 'wilson'),
    share('cancerRate', sdc.recalled, n, 'wilson'),
  ];
}

const intervals = { wilson, exact: exactProportion };

function share(id: FigureId, count: number, of: number, method: keyof typeof intervals): ReplayFigure {
  if (of === 0) return { id, count, of, value: null, limits: null };
  // Several consensus meetings over one case may come to more than there are examinations.
  return { id, count, of, value: count / of, limits: count > of ? null : intervals[method](count, of) };
}
