/** What women's own pages go by. Configuration: no source. */
export const citizenRules = {
  /** Days within which what she did may be taken back on the page. */
  undoDays: 14,
  /** Days after declining within which she may come back to the same round; then the next one is the nearer. */
  returnDays: 180,
  /** Looks at her data on one page. */
  looksShown: 20,
  /** Longest reason that she may write, characters. */
  reasonLength: 200,
  /** How long an appointment stands in her calendar. */
  calendarMinutes: { screening: 20, assessment: 60 },
  /** Her own figures are shown on the public page when they are counted from this many cases or more. */
  leastCases: 10,
} as const;
