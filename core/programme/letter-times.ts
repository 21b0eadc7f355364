/** From examination to result letter, in working days, against the programme's limit. */
export type LetterGroup = {
  readonly centreId: string;
  readonly workingDays: number;
  readonly letters: number;
};

export type LetterTimes = {
  readonly letters: number;
  /** Working days; null without letters. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly withinDesirable: number;
  readonly withinAcceptable: number;
};

/** Median, ninth decile and how many letters were within the limits. A quantile is the smallest value that reaches it. */
export function letterTimes(
  groups: readonly LetterGroup[],
  limit: { readonly desirable: number; readonly acceptable: number },
): LetterTimes {
  const sorted = groups.toSorted((a, b) => a.workingDays - b.workingDays);
  const letters = sum(sorted);
  const within = (days: number) => sum(sorted.filter(({ workingDays }) => workingDays <= days));
  const quantile = (share: number): number | null => {
    let seen = 0;
    for (const group of sorted) {
      seen += group.letters;
      if (seen >= share * letters) return group.workingDays;
    }
    return null;
  };
  return {
    letters,
    median: quantile(0.5),
    p90: quantile(0.9),
    withinDesirable: within(limit.desirable),
    withinAcceptable: within(limit.acceptable),
  };
}

const sum = (groups: readonly LetterGroup[]): number => groups.reduce((total, { letters }) => total + letters, 0);
