/** runde replay --protocol P.json...: what reading protocols would have done with a snapshot's examinations. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Grouping, groupings } from '#core/replay/groups';
import { readProtocol } from '#core/protocols/read-protocol';
import { verify } from '#core/protocols/verify';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { ReplayAnswer, ReplayFigureView, ReplayResult } from '#contracts/replay';
import { readConfig } from '#server/config';
import type { Database } from '#server/db/database';
import { withInstallation } from '#server/db/open-installation';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { loadHistory } from '#server/replay/load-history';
import { openSource, placeNames } from '#server/replay/open-source';
import { type ArmChoice, armChoices, protocolChoices } from '#server/replay/protocol-choices';
import { runJob } from '#server/replay/run-job';
import { codeVersion } from '#server/version';
import { assumptionWords } from '#server/replay/assumption-words';
import { replay as words } from '#web/text/en/replay';
import { startProgress } from './progress.ts';

export const usage =
  'runde replay --protocol FILE.json|ID[/VERSION[/ARM]] [--protocol ...] [--snapshot S] [--product P] [--by centre,age] [--all] [--json]';

/**
 * Exit code 0 with the answer on standard output, 2 when the question is not understood. The first arm is what the others are
 * compared with. `--all` takes also examinations not followed for 24 months, or without a result from the product.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      protocol: { type: 'string', multiple: true, default: [] },
      snapshot: { type: 'string' },
      product: { type: 'string', default: 'all' },
      by: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.protocol.length === 0) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  const by = readBy(values.by);
  return withInstallation(readConfig(), async (db) => {
    const snapshot = values.snapshot ?? (await latestSnapshot(db))?.id;
    if (!snapshot) throw new Error('there is no snapshot to replay: run "runde snapshot" first');
    const arms = (await Promise.all(values.protocol.map((name) => armsNamed(db, name)))).flat();
    const source = await openSource(db, snapshot, arms);
    if (!source) throw new Error(`--snapshot ${snapshot}: there is no such snapshot`);
    const progress = startProgress(`replay of ${snapshot}`);
    const loaded = await loadHistory(source, (done, of) => progress.at(done, of));
    const asked = { product: values.product, followed: !values.all, analysed: !values.all };
    const result = runJob(loaded, { asked, arms, placeNames: await placeNames(db), by });
    progress.end(`${loaded.history.size} examinations, ${arms.length} ${arms.length === 1 ? 'arm' : 'arms'}`);
    if (values.json) console.log(JSON.stringify({ snapshot, codeVersion, asked, ...result }, null, 2));
    else print(snapshot, result);
    return 0;
  });
}

function readBy(text: string): readonly Grouping[] {
  const by = text === '' ? [] : text.split(',');
  const unknown = by.find((name) => !groupings.some((grouping) => grouping === name));
  if (unknown !== undefined) throw new Error(`--by ${unknown}: expected ${groupings.join(', ')}`);
  return by as Grouping[];
}

/** The arms of a file, or of a protocol that is approved, a draft or worked. */
async function armsNamed(db: Database, name: string): Promise<readonly ArmChoice[]> {
  if (name.endsWith('.json')) {
    const read = readProtocol(await readFile(name, 'utf8'));
    if (!read.ok) throw new Error(`${name}: ${read.refusal.what}`);
    for (const fault of verify(read.value, protocolPolicy).faults)
      console.error(`${name}: could not be used: ${fault}`);
    const title = `${read.value.id} ${read.value.version}`;
    return armChoices(read.value, 'draft', { nb: title, nn: title, en: title }, name);
  }
  const found = (await protocolChoices(db)).filter(({ id }) => id === name || id.startsWith(`${name}/`));
  if (found.length === 0) throw new Error(`--protocol ${name}: no file and no known protocol`);
  return found;
}

function print(snapshot: string, result: ReplayResult): void {
  const out = result.leftOut.map(({ fault, count }) => `${count} ${fault}`);
  console.log(
    `snapshot ${snapshot}, code ${codeVersion}: ${result.history} examinations read; left out: ${[...out, `${result.notFollowed} not followed for 24 months`].join(', ')}`,
  );
  for (const answer of result.answers) printAnswer(answer, result);
}

function printAnswer(answer: ReplayAnswer, { currency }: ReplayResult): void {
  console.log(
    `\n${answer.product || 'no product'}: ${answer.examinations} examinations (${answer.withoutResult} without a result)${answer.ownPercentiles ? '; percentiles within this snapshot' : ''}`,
  );
  for (const arm of answer.arms) {
    console.log(`\n${arm.id}  ${arm.title.en}`);
    for (const figure of arm.figures) row(words.figures[figure.id], figureInWords(figure));
    const hours = (minutes: number) => Math.round(minutes / 60);
    const { minutes, cost } = arm.effort;
    row(words.hours, `${hours(minutes.mid)} (${hours(minutes.low)}-${hours(minutes.high)})`);
    row(words.cost(currency), `${Math.round(cost.mid)} (configured prices)`);
    for (const assumption of arm.assumptions) console.log(`  assumed: ${assumptionWords(assumption)}`);
    for (const group of arm.groups) {
      const shown = group.figures.filter(({ id }) => id === 'consensus' || id === 'recalls' || id === 'sdcKept');
      console.log(
        `  ${group.by} ${group.name}: ${shown.map((f) => `${words.short[f.id]} ${figureInWords(f)}`).join('; ')}`,
      );
    }
  }
  for (const { arm, shares, means } of answer.comparisons) {
    console.log(`\n${arm} against ${answer.arms[0]?.id}`);
    for (const { id, onlyFirst, onlySecond, test } of shares)
      row(
        words.paired[id],
        `+${round(onlySecond)} -${round(onlyFirst)}, McNemar exact p ${p(test.exact)}, mid-p ${p(test.midP)}`,
      );
    for (const { id, value, lower, upper } of means)
      row(words.means[id], `${value.toFixed(4)} (${lower.toFixed(4)} to ${upper.toFixed(4)})`);
  }
}

const row = (what: string, value: string) => console.log(`  ${what.padEnd(42)} ${value}`);

function figureInWords({ id, count, of, value, limits }: ReplayFigureView): string {
  if (value === null) return '-';
  if (id === 'reads') return `${round(count)} (${value.toFixed(3)} per examination)`;
  const percent = (share: number) => (100 * share).toFixed(2);
  return `${round(count)} of ${round(of)}, ${percent(value)} %${limits ? ` (${percent(limits.lower)}-${percent(limits.upper)})` : ''}`;
}

const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const p = (value: number) => (value < 0.0001 ? '< 0.0001' : value.toFixed(4));
