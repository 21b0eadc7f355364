/**
 * Benefit and harm in natural frequencies: of 1000 women who come every time they are invited, what happens to how many.
 * What the programme counts itself is computed from its own rates; what only research can tell is taken as published,
 * with its range, never as a single number.
 */

/** Cases among examinations, at a first and at a later one. */
export type RatePair = { readonly first: Rate; readonly later: Rate };
type Rate = { readonly cases: number; readonly among: number };

export type OwnRates = {
  /** Recalled to assessment without having cancer. */
  readonly falseAlarm: RatePair;
  readonly found: RatePair;
  readonly interval: RatePair;
};

type Range = { readonly low: number; readonly high: number };

export type Published = {
  /** Rates to use where the programme's own are too few: per 1000 examinations, and where they come from. */
  readonly falseAlarm: { readonly first: number; readonly later: number; readonly source: string };
  readonly found: { readonly first: number; readonly later: number; readonly source: string };
  readonly interval: { readonly first: number; readonly later: number; readonly source: string };
  /** Of 1000 women over a number of examinations; published as it stands. */
  readonly everFalseAlarm: { readonly of1000: number; readonly examinations: number; readonly source: string };
  /** Women invited for each death prevented, over a number of examinations. */
  readonly invitedPerDeath: Range & {
    readonly estimate: number;
    readonly examinations: number;
    readonly source: string;
  };
  readonly otherDeathsPrevented: Range & { readonly source: string };
  /** Share of the cancers in the years she is screened that would never have been known. */
  readonly overdiagnosed: Range & { readonly source: string };
};

export type Count = {
  readonly of1000: number;
  /** Computed from the programme's own figures; else from published rates. */
  readonly own: boolean;
  readonly source: string;
};

export type BenefitAndHarm = {
  readonly examinations: number;
  readonly falseAlarm: Count;
  readonly found: Count;
  readonly interval: Count;
  /** Women with none of these; what the drawing leaves over. */
  readonly none: number;
  readonly publishedFalseAlarm: { readonly of1000: number; readonly source: string } | null;
  /** Deaths prevented of 1000 invited; null when nothing is published for so many examinations. */
  readonly deaths: (Range & { readonly estimate: number; readonly source: string }) | null;
  readonly otherDeaths: (Range & { readonly source: string }) | null;
  /** Of 1000 women, from the cancers found or coming between. */
  readonly overdiagnosed: Range & { readonly source: string };
};

/**
 * Of 1000 women over `examinations` (5 = ten years, 10 = twenty). A false alarm is counted once a woman, as if one
 * examination did not depend on another; cancers are summed. `least`: own rates from fewer cases at either kind of
 * examination are left aside for the published ones.
 */
export function benefitAndHarm(
  examinations: number,
  own: OwnRates | null,
  published: Published,
  least: number,
): BenefitAndHarm {
  const rates = (name: keyof OwnRates): { first: number; later: number; own: boolean; source: string } => {
    const pair = own?.[name];
    const enough = pair && pair.first.cases >= least && pair.later.cases >= least;
    if (!enough) return { ...published[name], own: false };
    return { first: perThousand(pair.first), later: perThousand(pair.later), own: true, source: '' };
  };
  const summed = (name: keyof OwnRates): Count => {
    const { first, later, ...from } = rates(name);
    return { of1000: first + later * (examinations - 1), ...from };
  };
  const alarm = rates('falseAlarm');
  const never = (1 - alarm.first / 1000) * (1 - alarm.later / 1000) ** (examinations - 1);
  const falseAlarm = { of1000: 1000 * (1 - never), own: alarm.own, source: alarm.source };
  const [found, interval] = [summed('found'), summed('interval')];
  const { everFalseAlarm: ever, invitedPerDeath: deaths, otherDeathsPrevented: others, overdiagnosed } = published;
  const cancers = found.of1000 + interval.of1000;
  const whole = examinations === deaths.examinations;
  return {
    examinations,
    falseAlarm,
    found,
    interval,
    none: Math.max(0, 1000 - Math.round(falseAlarm.of1000) - Math.round(found.of1000) - Math.round(interval.of1000)),
    publishedFalseAlarm: examinations === ever.examinations ? { of1000: ever.of1000, source: ever.source } : null,
    deaths: whole
      ? { estimate: 1000 / deaths.estimate, low: 1000 / deaths.high, high: 1000 / deaths.low, source: deaths.source }
      : null,
    otherDeaths: whole ? others : null,
    overdiagnosed: {
      low: cancers * overdiagnosed.low,
      high: cancers * overdiagnosed.high,
      source: overdiagnosed.source,
    },
  };
}

function perThousand({ cases, among }: Rate): number {
  return (1000 * cases) / among;
}
