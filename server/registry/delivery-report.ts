/** What is wrong with a delivery, told so that the sender can find and mend it. */

/** One fault. `row` counts the rows of data from 1 (a heading is not counted); 0 = the file or the delivery as a whole. */
export type DeliveryProblem = {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly rule: string;
  readonly value: string;
  readonly expected: string;
};

export type DeliveryReport = {
  /** All faults found. */
  readonly total: number;
  /** How many of each rule in each file. */
  readonly counts: readonly { readonly file: string; readonly rule: string; readonly count: number }[];
  /** The first of them, in the order in which they were found. */
  readonly problems: readonly DeliveryProblem[];
  /** What was not checked, because the rows it stands on were wrong. */
  readonly unchecked: readonly string[];
};

export const REPORTED = 1000;
const VALUE_LENGTH = 80;

export type ReportWriter = {
  /** Counts a fault; `count` more than one when the caller found that many and gives the first of them. */
  readonly add: (problem: DeliveryProblem) => void;
  /** Counts faults beyond those that were added. */
  readonly more: (file: string, rule: string, count: number) => void;
  readonly total: () => number;
  readonly finish: (unchecked?: readonly string[]) => DeliveryReport;
};

/** Collects faults in bounded memory: every one is counted, the first 1000 are kept. */
export function newReport(): ReportWriter {
  const problems: DeliveryProblem[] = [];
  const counts = new Map<string, { file: string; rule: string; count: number }>();
  let total = 0;
  const more = (file: string, rule: string, count: number) => {
    const key = `${file} ${rule}`;
    const entry = counts.get(key) ?? { file, rule, count: 0 };
    entry.count += count;
    total += count;
    counts.set(key, entry);
  };
  return {
    add: (problem) => {
      more(problem.file, problem.rule, 1);
      if (problems.length < REPORTED) problems.push({ ...problem, value: shorten(problem.value) });
    },
    more,
    total: () => total,
    finish: (unchecked = []) => ({ total, counts: [...counts.values()], problems, unchecked }),
  };
}

function shorten(value: string): string {
  return value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value;
}
