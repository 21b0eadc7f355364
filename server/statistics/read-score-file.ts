/** A file of scores and outcomes into columns for the evaluation. Every fault is told with line, column, value and what was expected. */
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Flag, Grouping, Kinds } from '#core/statistics/evaluation-input';
import { type ScoreSet, scoreSet } from '#core/statistics/score-set';
import { type CsvProgress, type CsvRow, readCsv } from './csv-rows.ts';
import { Codes, Numbers } from './growing-columns.ts';

export type ScoreFileColumns = {
  readonly scores: readonly string[];
  readonly outcome: string;
  /** Values that mean the outcome is there, each a kind of its own; empty = 1, true, yes, ja. */
  readonly positive: readonly string[];
  readonly cluster?: string;
  readonly weight?: string;
  /** Columns to divide by. */
  readonly by: readonly string[];
  /** Columns of 0 and 1 (empty = did not judge): readers, consensus. */
  readonly flags: readonly string[];
};

export type ScoreFile = {
  readonly set: ScoreSet;
  readonly others: Float64Array | null;
  readonly kinds: Kinds;
  readonly groupings: readonly Grouping[];
  readonly flags: readonly Flag[];
  /** Rows left out, and why; more than none only when asked to skip. */
  readonly skipped: number;
  readonly faults: readonly Fault[];
  /** Values of the outcome that were taken to mean that it is not there. */
  readonly negatives: readonly { readonly value: string; readonly cases: number }[];
};

export type Fault = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
};

const MOST_FAULTS = 20;
const YES = new Set(['1', 'true', 'yes', 'ja']);
const NO = new Set(['0', 'false', 'no', 'nei']);

/** @param skip leave faulty rows out and count them, instead of refusing the file */
export async function readScoreFile(
  file: string,
  columns: ScoreFileColumns,
  { skip = false, onProgress }: { skip?: boolean; onProgress?: CsvProgress } = {},
): Promise<Result<ScoreFile>> {
  const faults: Fault[] = [];
  let [faulty, rows] = [0, 0];
  let refusal: Result<never> | undefined;
  const scores = columns.scores.map(() => new Numbers());
  const weights = new Numbers();
  const outcome = new Codes();
  const clusters = new Codes();
  const by = columns.by.map(() => new Codes());
  const flags = columns.flags.map(() => new Codes());
  await readCsv(
    file,
    (names) => {
      const missing = wanted(columns).filter((name) => !names.includes(name));
      if (missing.length > 0) {
        refusal = refuse(
          'no-column',
          `${file}, line 1: no column ${missing.join(', ')}; the columns are ${names.join(', ')}`,
        );
        return () => {};
      }
      const at = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name));
      const places = {
        scores: columns.scores.map(at),
        outcome: at(columns.outcome),
        cluster: at(columns.cluster),
        weight: at(columns.weight),
        by: columns.by.map(at),
        flags: columns.flags.map(at),
      };
      return (row) => {
        const fault = faultOf(row, columns, places, names.length);
        if (fault) {
          faulty++;
          if (faults.length < MOST_FAULTS) faults.push(fault);
          return;
        }
        rows++;
        for (const [i, place] of places.scores.entries()) scores[i]?.add(row.number(place));
        outcome.add(row.text(places.outcome));
        if (places.weight >= 0) weights.add(row.number(places.weight));
        if (places.cluster >= 0) clusters.add(row.text(places.cluster));
        for (const [i, place] of places.by.entries()) by[i]?.add(row.text(place));
        for (const [i, place] of places.flags.entries()) flags[i]?.add(row.text(place).trim().toLowerCase());
      };
    },
    onProgress,
  );
  if (refusal) return refusal;
  if (faulty > 0 && !skip)
    return refuse(
      'faulty-rows',
      `${faulty} of ${faulty + rows} rows have faults; nothing was counted (--skip leaves them out)\n${faults.map((one) => told(file, one)).join('\n')}`,
    );
  const crowded = by.findIndex(({ names }) => names.length > 500);
  if (crowded >= 0)
    return refuse(
      'too-many-groups',
      `--by ${columns.by[crowded]}: ${by[crowded]?.names.length} different values; expected at most 500`,
    );
  const { kinds, negatives } = kindsOf(columns, outcome);
  const set = scoreSet({
    scores: scores[0]?.values() ?? new Float64Array(),
    positive: kinds.of.map((kind) => (kind > 0 ? 1 : 0)),
    ...(columns.weight === undefined ? {} : { weights: weights.values() }),
    ...(columns.cluster === undefined ? {} : { clusters: clusters.values() }),
  });
  if (!set.ok) return refuse(set.refusal.code, `${file}, column ${columns.outcome}: ${set.refusal.what}`);
  return ok({
    set: set.value,
    others: scores[1]?.values() ?? null,
    kinds,
    groupings: by.map((codes, i) => ({ by: columns.by[i] ?? '', ...inOrder(codes) })),
    flags: flags.map((codes, i) => ({ name: columns.flags[i] ?? '', positive: flagOf(codes) })),
    skipped: faulty,
    faults,
    negatives,
  });
}

/** A fault in words. */
export function told(file: string, { line, column, value, expected }: Fault): string {
  return `${file}, line ${line}, ${column}: "${value}"; expected ${expected}`;
}

function wanted(columns: ScoreFileColumns): readonly string[] {
  const { scores, outcome, cluster, weight, by, flags } = columns;
  return [
    ...scores,
    outcome,
    ...(cluster === undefined ? [] : [cluster]),
    ...(weight === undefined ? [] : [weight]),
    ...by,
    ...flags,
  ];
}

type Places = Record<'scores' | 'by' | 'flags', readonly number[]> & Record<'outcome' | 'cluster' | 'weight', number>;

function faultOf(row: CsvRow, columns: ScoreFileColumns, places: Places, width: number): Fault | undefined {
  const { line } = row;
  if (row.width !== width)
    return { line, column: '(row)', value: `${row.width} fields`, expected: `${width} fields, as the header` };
  for (const [i, place] of places.scores.entries())
    if (Number.isNaN(row.number(place)))
      return { line, column: columns.scores[i] ?? '', value: row.text(place), expected: 'a number' };
  if (places.weight >= 0 && !(row.number(places.weight) > 0 && row.number(places.weight) < Number.POSITIVE_INFINITY))
    return { line, column: columns.weight ?? '', value: row.text(places.weight), expected: 'a number above 0' };
  const outcome = row.text(places.outcome).trim();
  if (columns.positive.length === 0 ? !isTold(outcome.toLowerCase()) : outcome === '')
    return {
      line,
      column: columns.outcome,
      value: outcome,
      expected: columns.positive.length === 0 ? '0 or 1, or --positive VALUE' : 'a value',
    };
  if (places.cluster >= 0 && row.text(places.cluster) === '')
    return { line, column: columns.cluster ?? '', value: '', expected: 'whose case it is' };
  for (const [i, place] of places.flags.entries()) {
    const flag = row.text(place).trim().toLowerCase();
    if (flag !== '' && !isTold(flag))
      return { line, column: columns.flags[i] ?? '', value: flag, expected: '0, 1 or nothing' };
  }
  return undefined;
}

function isTold(value: string): boolean {
  return YES.has(value) || NO.has(value);
}

function kindsOf({ outcome, positive }: ScoreFileColumns, codes: Codes) {
  const names = positive.length === 0 ? [outcome] : positive;
  const kindOf = codes.names.map((value) => {
    if (positive.length === 0) return YES.has(value.trim().toLowerCase()) ? 1 : 0;
    return positive.indexOf(value.trim()) + 1;
  });
  const values = codes.values();
  const counts = new Int32Array(codes.names.length);
  const of = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const code = values[i] as number;
    counts[code] = (counts[code] as number) + 1;
    of[i] = kindOf[code] ?? 0;
  }
  const negatives = codes.names.flatMap((value, i) => (kindOf[i] === 0 ? [{ value, cases: counts[i] as number }] : []));
  return { kinds: { names, of }, negatives };
}

/** Groups by name: numbers as numbers, words as words. */
function inOrder({ names, values }: Codes): { names: readonly string[]; of: Uint16Array } {
  const sorted = names.toSorted((a, b) => a.localeCompare(b, 'nb', { numeric: true }));
  const place = new Map(sorted.map((name, i) => [name, i]));
  const to = names.map((name) => place.get(name) ?? 0);
  return { names: sorted, of: Uint16Array.from(values(), (code) => to[code] ?? 0) };
}

function flagOf(codes: Codes): Uint8Array {
  const values = codes.names.map((value) => (value === '' ? 255 : YES.has(value) ? 1 : 0));
  return Uint8Array.from(codes.values(), (code) => values[code] ?? 255);
}
