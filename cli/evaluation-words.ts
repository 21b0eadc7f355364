import type { Evaluation } from '#core/statistics/evaluation';
import type { Threshold } from '#core/statistics/evaluation-thresholds';
import type { Interval } from '#core/statistics/intervals';
import type { Share } from '#core/statistics/operating-points';

type Head = {
  readonly file: string;
  readonly scores: readonly string[];
  readonly outcome: string;
  readonly skipped: number;
  readonly negatives: readonly { readonly value: string; readonly cases: number }[];
};

/** The evaluation as a table to read in a terminal; `--json` has all of it. */
export function inWords(head: Head, it: Evaluation): string {
  const kinds = it.kinds.map(({ name, cases }) => `${name} ${cases}`).join(', ');
  const lines = [
    `${head.file}: ${it.cases} cases${it.women === null ? '' : ` of ${it.women} women`}${it.weighted ? ', weighted' : ''}; ${kinds}${head.skipped > 0 ? `; ${head.skipped} faulty rows left out` : ''}`,
    `taken as without the outcome: ${head.negatives.map(({ value, cases }) => `${value} ${cases}`).join(', ')}`,
    '',
    `AUC ${head.scores[0]}`.padEnd(34) + limits(it.auc.auc, it.auc, 4),
  ];
  const { bootstrap, second } = it;
  if (bootstrap)
    lines.push(
      boot(
        `  bootstrap by ${it.women === null ? 'case' : 'woman'} (${bootstrap.how})`,
        bootstrap.first.value,
        bootstrap.first.bca,
      ),
    );
  lines.push(
    `  specificity above 90 %`.padEnd(34) +
      `${it.partial.area.toFixed(4)} (standardised ${it.partial.standardised.toFixed(4)})`,
    `  average precision`.padEnd(34) +
      `${limits(it.averagePrecision.value, it.averagePrecision, 4)}, by chance ${it.averagePrecision.chance.toFixed(4)}`,
  );
  if (second) {
    const { paired } = second;
    lines.push(
      `AUC ${head.scores[1]}`.padEnd(34) + limits(paired.second.auc, paired.second, 4),
      `  difference, first - second`.padEnd(34) +
        `${limits(paired.difference.value, paired.difference, 4)}, z ${paired.z.toFixed(3)}, p ${paired.p.toPrecision(3)}`,
    );
    if (bootstrap?.difference)
      lines.push(boot('  bootstrap of it', bootstrap.difference.value, bootstrap.difference.bca));
  }
  if (it.thresholds.length > 0) lines.push('', ...it.thresholds.flatMap(thresholdLines));
  if (it.readers.length > 0)
    lines.push(
      '',
      ...it.readers.map(
        (one) =>
          `${one.name}: positive ${percent(one.selected)}, sensitivity ${percent(one.sensitivity)}, specificity ${percent(one.specificity)}`,
      ),
    );
  if (it.groups.length > 0)
    lines.push(
      '',
      ...it.groups.map(
        ({ by, name, cases, auc, sensitivity }) =>
          `${by} ${name}`.padEnd(24) +
          `${String(cases).padStart(9)}  AUC ${auc ? limits(auc.auc, auc, 3) : '-'}${sensitivity ? `  sensitivity ${percent(sensitivity)}` : ''}`,
      ),
    );
  return lines.join('\n');
}

function thresholdLines(one: Threshold): string[] {
  const rule = one.matches === null ? `${one.rule.by} ${one.rule.value}` : `as many as ${one.matches}`;
  const lines = [
    `threshold ${one.threshold} (${rule}): positive ${percent(one.selected)}`,
    `  sensitivity ${percent(one.sensitivity)}, specificity ${percent(one.specificity)}, PPV ${one.ppv ? percent(one.ppv) : '-'}`,
    ...one.byKind.map(({ name, found }) => `  ${name}: ${found ? percent(found) : '-'}`),
  ];
  if (one.weighted)
    lines.push(
      `  weighted: positive ${limits(one.weighted.selected.value, one.weighted.selected, 4)}, sensitivity ${limits(one.weighted.sensitivity.value, one.weighted.sensitivity, 4)}, specificity ${limits(one.weighted.specificity.value, one.weighted.specificity, 4)}`,
    );
  if (one.against) {
    const { onlyFirst, onlySecond, midP } = one.against.withOutcome;
    lines.push(
      `  with the outcome, only the score ${onlyFirst}, only ${one.matches} ${onlySecond}: McNemar mid-p ${midP.toPrecision(3)}`,
    );
  }
  return lines;
}

function boot(label: string, value: number, interval: Interval): string {
  return label.padEnd(34) + limits(value, interval, 4);
}

function limits(value: number, { lower, upper }: Interval, decimals: number): string {
  return `${value.toFixed(decimals)} (${lower.toFixed(decimals)} to ${upper.toFixed(decimals)})`;
}

function percent({ events, total, value, lower, upper }: Share): string {
  const one = (share: number) => (100 * share).toFixed(1);
  return `${events}/${total} = ${one(value)} % (${one(lower)} to ${one(upper)})`;
}
