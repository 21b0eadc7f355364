/**
 * Evaluation of 1.3 million scores beside scikit-learn's AUC and pROC's ROC, interval and paired test on the same file, where they are
 * installed (Debian: python3-sklearn, r-cran-proc). Processor time beside the clock: the references use one core too.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { integer, normal, random } from '#core/kernel/random';
import { bootstrapAuc } from '#core/statistics/bootstrap-auc';
import { auc, compareAuc } from '#core/statistics/delong';
import { readScoreFile } from '#server/statistics/read-score-file';
import { row } from './row.ts';

const CASES = 1_300_000;
const ILL = 10_140;
const WOMEN = 450_000;

const folder = mkdtempSync(join(tmpdir(), 'runde-evaluate-'));
const file = join(folder, 'scores.csv');
try {
  await write();
  const read = await measured(() =>
    readScoreFile(file, {
      scores: ['score', 'other'],
      outcome: 'cancer',
      positive: [],
      cluster: 'woman',
      by: [],
      flags: [],
    }),
  );
  if (!read.value.ok) throw new Error(read.value.refusal.what);
  const { set, others } = read.value.value;
  if (!others) throw new Error('no second score');
  row(`Evaluation: ${words(CASES)} rows with two scores read and checked`, read.time);
  const plain = { scores: set.scores, positive: set.positive };
  const one = await best(() => auc(plain));
  row(
    `... AUC with DeLong interval of ${words(CASES)} scores, ${words(ILL)} cancers: ${one.value.auc.toFixed(12)}`,
    one.time,
  );
  const two = await best(() => compareAuc(plain, others));
  row(`... paired DeLong test of two scores: z ${two.value.z.toFixed(9)}`, two.time);
  const drawn = await best(() => bootstrapAuc(set, random('bench')));
  row(`... 1000 bootstraps of it by woman (${words(WOMEN)} women)`, drawn.time);
  python();
  r();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function write(): Promise<void> {
  const from = random('bench evaluate');
  const out = createWriteStream(file);
  out.write('woman,score,other,cancer\n');
  let ill = ILL;
  let lines: string[] = [];
  for (let i = 0; i < CASES; i++) {
    const positive = from.next() * (CASES - i) < ill ? 1 : 0;
    ill -= positive;
    const score = normal(from) + 1.9 * positive;
    const other = 0.7 * score + 0.7 * normal(from);
    lines.push(`${integer(from, 0, WOMEN - 1)},${score.toFixed(6)},${other.toFixed(6)},${positive}`);
    if (lines.length < 20_000 && i < CASES - 1) continue;
    out.write(`${lines.join('\n')}\n`);
    lines = [];
  }
  out.end();
  await finished(out);
}

/** The clock and the processor. */
async function measured<Value>(work: () => Value | Promise<Value>) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const spent = process.cpuUsage(used);
  const clock = (performance.now() - began) / 1000;
  const processor = (spent.user + spent.system) / 1e6;
  return { value, clock, time: told(clock, processor) };
}

/** The quickest of three, as the references are measured. */
async function best<Value>(work: () => Value) {
  const all = [await measured(work), await measured(work), await measured(work)];
  return all.reduce((least, one) => (one.clock < least.clock ? one : least));
}

function told(clock: number, processor: number): string {
  return `${clock.toFixed(2)} s, ${processor.toFixed(2)} s of processor`;
}

function python(): void {
  const script = `
import sys, time, numpy as np
from sklearn import __version__
from sklearn.metrics import roc_auc_score
d = np.loadtxt(sys.argv[1], delimiter=',', skiprows=1)
t = []
for _ in range(3):
    a, b = time.perf_counter(), time.process_time()
    v = roc_auc_score(d[:, 3], d[:, 1])
    t.append((time.perf_counter() - a, time.process_time() - b))
print(__version__, repr(v), min(t)[0], min(t)[1])`;
  const { stdout, status } = spawnSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' });
  if (status !== 0) {
    console.log('(scikit-learn is not installed)');
    return;
  }
  const [version, value, clock, processor] = stdout.trim().split(' ');
  row(
    `... beside it scikit-learn ${version}: AUC alone ${Number(value).toFixed(12)}`,
    told(Number(clock), Number(processor)),
    0,
  );
}

function r(): void {
  const script = `
suppressMessages(library(pROC)); d <- read.csv(commandArgs(TRUE)[1])
say <- function(what, v, t) cat(what, format(v, digits = 15), t[["elapsed"]], t[["user.self"]] + t[["sys.self"]], "\\n")
t1 <- system.time({ a <- roc(d$cancer, d$score, levels = c(0, 1), direction = "<", quiet = TRUE); i <- ci.auc(a) })
b <- roc(d$cancer, d$other, levels = c(0, 1), direction = "<", quiet = TRUE)
t2 <- system.time(t <- roc.test(a, b, method = "delong"))
cat(as.character(packageVersion("pROC")), "\\n"); say("auc", i[2], t1); say("z", t$statistic, t2)`;
  const { stdout, status } = spawnSync('Rscript', ['-e', script, file], { encoding: 'utf8' });
  if (status !== 0) {
    console.log('(pROC is not installed)');
    return;
  }
  const [version = '', ...lines] = stdout.trim().split('\n');
  for (const line of lines) {
    const [what, value, clock, processor] = line.trim().split(' ');
    const name = what === 'auc' ? 'ROC and DeLong interval' : 'paired test, both curves made';
    row(
      `... beside it pROC ${version.trim()}: ${name}, ${what === 'auc' ? 'AUC' : 'z'} ${value}`,
      told(Number(clock), Number(processor)),
      0,
    );
  }
}

function words(n: number): string {
  return n.toLocaleString('en-GB');
}
