import type { ReaderStudy } from '#core/statistics/reader-study';

/** Two methods read by the same readers, in a terminal. */
export function readerStudyInWords(it: ReaderStudy): string {
  const { first, second, difference } = it.uStatistics;
  const lines = [
    `${it.readers} readers, ${it.negatives} cases without and ${it.positives} with the outcome`,
    ...[first, second].map(
      (one, i) =>
        `AUC ${it.methods[i]}`.padEnd(34) +
        `${one.auc.toFixed(4)} (standard error ${Math.sqrt(one.variance).toFixed(4)})`,
    ),
    'difference, U-statistics (Gallas)'.padEnd(34) + test(difference),
  ];
  const or = it.obuchowskiRockette;
  if (or) lines.push('the same, Obuchowski-Rockette'.padEnd(34) + test(or.difference));
  else lines.push('Obuchowski-Rockette needs that every reader has read every case by both methods');
  return lines.join('\n');
}

function test({
  value,
  lower,
  upper,
  df,
  p,
}: ReaderStudy['uStatistics']['difference'] | NonNullable<ReaderStudy['obuchowskiRockette']>['difference']): string {
  return `${value.toFixed(4)} (${lower.toFixed(4)} to ${upper.toFixed(4)}), df ${df.toFixed(1)}, p ${p.toPrecision(3)}`;
}
