import { parseArgs } from 'node:util';
import { evaluate } from '#core/statistics/evaluation';
import type { ThresholdRule } from '#core/statistics/operating-points';
import { readerStudy } from '#core/statistics/reader-study';
import { readScoreFile, type ScoreFile, type ScoreFileColumns } from '#server/statistics/read-score-file';
import { inWords } from './evaluation-words.ts';
import { readerStudyInWords } from './reader-study-words.ts';
import { startProgress } from './progress.ts';

/**
 * `runde evaluate FILE.csv --score COL [--score COL2] --outcome COL`: a score against the outcome, or two on the same cases.
 * `--help` tells the rest; docs/handbook/evaluation.md says what each figure is.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      score: { type: 'string', multiple: true, default: [] },
      outcome: { type: 'string' },
      positive: { type: 'string', default: '' },
      cluster: { type: 'string' },
      weight: { type: 'string' },
      by: { type: 'string', default: '' },
      match: { type: 'string', default: '' },
      threshold: { type: 'string', multiple: true, default: [] },
      rate: { type: 'string', multiple: true, default: [] },
      sensitivity: { type: 'string', multiple: true, default: [] },
      specificity: { type: 'string', multiple: true, default: [] },
      bootstrap: { type: 'string', default: '1000' },
      seed: { type: 'string', default: 'runde' },
      reader: { type: 'string' },
      method: { type: 'string' },
      skip: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(`expected one file\nusage: ${usage}`);
  if (values.score.length < 1 || values.score.length > 2) throw new Error('expected --score COL, once or twice');
  if (values.outcome === undefined) throw new Error('expected --outcome COL');
  const study = studyColumns(values);
  const replicates = Number(values.bootstrap);
  if (!Number.isInteger(replicates) || replicates < 0 || replicates > 100_000)
    throw new Error(`--bootstrap ${values.bootstrap}: expected a whole number, 0-100000`);
  const columns: ScoreFileColumns = {
    scores: values.score,
    outcome: values.outcome,
    positive: list(values.positive),
    by: study ?? list(values.by),
    flags: list(values.match),
    ...(values.cluster === undefined ? {} : { cluster: values.cluster }),
    ...(values.weight === undefined ? {} : { weight: values.weight }),
  };
  const rules: readonly ThresholdRule[] = [
    ...values.threshold.map((text) => ({ by: 'score', value: numberOf('threshold', text) }) as const),
    ...values.rate.map((text) => ({ by: 'rate', value: shareOf('rate', text) }) as const),
    ...values.sensitivity.map((text) => ({ by: 'sensitivity', value: shareOf('sensitivity', text) }) as const),
    ...values.specificity.map((text) => ({ by: 'specificity', value: shareOf('specificity', text) }) as const),
  ];
  const progress = startProgress(file);
  const read = await readScoreFile(file, columns, { skip: values.skip, onProgress: progress.at }).catch(
    (error: unknown) => {
      progress.end('failed');
      throw error;
    },
  );
  progress.end(read.ok ? `${read.value.set.scores.length} rows` : 'refused');
  if (!read.ok) {
    console.error(read.refusal.what);
    return 1;
  }
  if (study) return compareReaders(read.value, values.json);
  const { set, others, kinds, groupings, flags, skipped, negatives } = read.value;
  const evaluation = evaluate({
    set,
    kinds,
    groupings,
    flags,
    rules,
    replicates,
    seed: values.seed,
    ...(others ? { others } : {}),
  });
  const head = { file, scores: values.score, outcome: values.outcome, skipped, negatives, seed: values.seed };
  if (values.json) console.log(JSON.stringify({ ...head, ...evaluation }, null, 2));
  else console.log(inWords(head, evaluation));
  return 0;
}

/** Reader and method, when the file is a reader study; then the cluster is the case. */
function studyColumns(values: { reader?: string; method?: string; cluster?: string }): readonly string[] | undefined {
  const { reader, method, cluster } = values;
  if (reader === undefined && method === undefined) return undefined;
  if (reader === undefined || method === undefined || cluster === undefined)
    throw new Error('a reader study needs --reader COL, --method COL and --cluster COL (the case)');
  return [reader, method];
}

function compareReaders({ set, groupings }: ScoreFile, json: boolean): number {
  const [readers, methods] = groupings;
  if (!readers || !methods || !set.clusters) return 1;
  const found = readerStudy({
    scores: set.scores,
    positive: set.positive,
    cases: set.clusters,
    readers: readers.of,
    methods: methods.of,
    readerNames: readers.names,
    methodNames: methods.names,
  });
  if (!found.ok) {
    console.error(found.refusal.what);
    return 1;
  }
  console.log(json ? JSON.stringify(found.value, null, 2) : readerStudyInWords(found.value));
  return 0;
}

export const usage = `runde evaluate FILE.csv --score COL [--score COL2] --outcome COL
  --positive V,V2     values of the outcome that count, each a kind of cancer (default: 1, true, yes, ja)
  --cluster COL       whose case it is: the intervals let a woman's cases go together
  --weight COL        inverse of the probability of having been drawn into an enriched sample
  --by COL,COL2       the same by groups
  --match COL,COL2    readers or consensus (0/1): a point on the curve each, and a threshold matched to its share of positives
  --threshold N       a threshold of the score; may be given several times, as may
  --rate S  --sensitivity S  --specificity S   thresholds by what they should give (shares, 0-1)
  --reader COL --method COL   a reader study: two methods, every reader; --cluster is then the case
  --bootstrap N       replicates (default 1000; 0 = none); --seed TEXT
  --skip              leave faulty rows out and count them, instead of refusing the file
  --json`;

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim());
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new Error(`--${option} ${text}: expected a number`);
  return value;
}

function shareOf(option: string, text: string): number {
  const value = numberOf(option, text);
  if (value < 0 || value > 1) throw new Error(`--${option} ${text}: expected a share from 0 to 1`);
  return value;
}
