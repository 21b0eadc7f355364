import { parseArgs } from 'node:util';
import { readConfig } from '#server/config';
import { withInstallation } from '#server/db/open-installation';
import type { DeliveryReport } from '#server/registry/delivery-report';
import {
  type ImportOutcome,
  type ImportProgress,
  type ImportStep,
  importDelivery,
} from '#server/registry/import-delivery';
import { type Progress, startProgress } from './progress.ts';

/** `runde import DIR [--json]`: exit code 0 when the delivery is in (now or before), 1 when it is refused. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [dir, ...more] = positionals;
  if (!dir || more.length > 0) throw new Error('expected one folder: runde import DIR [--json]');
  const bars = progressBars();
  const outcome = await withInstallation(readConfig(), (db) => importDelivery(db, dir, bars.progress));
  bars.end(outcome.kind);
  if (values.json) console.log(JSON.stringify(outcome, null, 2));
  else console.log(told(outcome));
  return outcome.kind === 'refused' ? 1 : 0;
}

const words: Readonly<Record<ImportStep, string>> = {
  checksums: 'checksums',
  rows: 'rows checked and copied',
  rules: 'rules across rows',
  load: 'loading',
};

/** One bar a step: the next step ends the bar before it. */
function progressBars(): { readonly progress: ImportProgress; end(outcome: string): void } {
  let step: ImportStep | undefined;
  let bar: Progress | undefined;
  return {
    progress: (next, done, total) => {
      if (next !== step) {
        bar?.end();
        step = next;
        bar = startProgress(words[next]);
      }
      bar?.at(done, total);
    },
    end: (outcome) => bar?.end(outcome === 'refused' ? 'refused' : 'done'),
  };
}

function told(outcome: ImportOutcome): string {
  if (outcome.kind === 'unchanged') {
    return `Delivery ${outcome.delivery} of ${outcome.sender} was taken in before: nothing has been changed.`;
  }
  if (outcome.kind === 'refused') return refusal(outcome.report);
  const rows = Object.entries(outcome.rows).map(
    ([file, count]) => `  ${file.padEnd(14)}${number(count).padStart(12)} rows`,
  );
  const { newPersons, episodes, openEpisodes, openCases, cancers, withdrawn, events } = outcome.counts;
  const changes = Object.entries(events).map(([kind, count]) => `${number(count)} ${kind}`);
  return [
    `Delivery ${outcome.delivery} of ${outcome.sender} is in:`,
    ...rows,
    `${number(newPersons)} new persons; ${number(episodes)} episodes, ${number(openEpisodes)} of them open; ` +
      `${number(openCases)} cases go on being read; ${number(cancers)} cancer registrations.`,
    ...(changes.length > 0 ? [`Register: ${changes.join(', ')}; ${number(withdrawn)} open rounds withdrawn.`] : []),
  ].join('\n');
}

const SHOWN = 20;

function refusal(report: DeliveryReport): string {
  const lines = report.problems.slice(0, SHOWN).map(({ file, row, column, rule, value, expected }) => {
    const place = [file, row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');
    return `  ${place}: ${rule}${value === '' ? '' : ` "${value}"`}; expected ${expected.replace(/^expected /, '')}`;
  });
  return [
    `REFUSED: ${number(report.total)} faults. Nothing has been taken in.`,
    ...report.counts.map(({ file, rule, count }) => `  ${number(count).padStart(8)}  ${rule}  in ${file}`),
    lines.length < report.total ? `The first ${lines.length} (all that are kept with --json):` : 'They are:',
    ...lines,
    ...(report.unchecked.length > 0 ? [`Not checked before these are mended: ${report.unchecked.join(', ')}.`] : []),
  ].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
