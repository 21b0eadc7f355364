/** The time that reading takes, and what it costs. */
import type { Totals } from './totals.ts';

export type Range = { readonly low: number; readonly mid: number; readonly high: number };

export type EffortRules = {
  /** Seconds for one read of one examination. A read that looks again takes as long. */
  readonly readSeconds: Range;
  /** Minutes for one case at a consensus, for each of those present. */
  readonly consensusMinutes: Range;
  /** In one currency: an hour of a radiologist, one machine's result, one assessment of a recalled woman. */
  readonly prices: { readonly radiologistHour: number; readonly aiResult: number; readonly assessment: number };
  readonly currency: string;
  readonly source: Readonly<Record<'nb' | 'nn' | 'en', string>>;
};

export type Effort = { readonly minutes: Range; readonly consensusMinutes: Range; readonly cost: Range };

/**
 * Radiologists' minutes and the cost of reading and assessment. Low = the shortest times with the fewest people that the
 * protocol seats at a consensus, high = the longest with the most, mid = the middle of both.
 */
export function effortOf(totals: Totals, rules: EffortRules, machines: number): Effort {
  const seats = { low: totals.seatsMin, mid: (totals.seatsMin + totals.seatsMax) / 2, high: totals.seatsMax };
  const looks = totals.reads + totals.looks;
  const consensusMinutes = each((level) => seats[level] * rules.consensusMinutes[level]);
  const minutes = each((level) => (looks * rules.readSeconds[level]) / 60 + consensusMinutes[level]);
  const fixed = machines * totals.examinations * rules.prices.aiResult + totals.recalls * rules.prices.assessment;
  const cost = each((level) => (minutes[level] / 60) * rules.prices.radiologistHour + fixed);
  return { minutes, consensusMinutes, cost };
}

function each(value: (level: keyof Range) => number): Range {
  return { low: value('low'), mid: value('mid'), high: value('high') };
}
