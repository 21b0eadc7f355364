/** What a protocol comes to over many examinations: sums of its decisions, and the same split by what was later found. */
import type { Cells } from './cells.ts';
import type { Expected } from './decide.ts';
import { type CancerOutcome, cancerOutcomes, type History } from './history.ts';

export type Totals = {
  readonly examinations: number;
  readonly reads: number;
  readonly looks: number;
  readonly consensus: number;
  readonly seatsMin: number;
  readonly seatsMax: number;
  readonly recalls: number;
  /** Recalled here and in the history; here only: then nobody knows what an assessment would have found. */
  readonly recallsKept: number;
  readonly recallsNew: number;
  readonly direct: number;
  readonly held: number;
  readonly readsLacked: number;
  readonly consensusLacked: number;
  readonly aiLacked: number;
  /** Examinations by what was later found, those recalled, and those sent to consensus or recalled. */
  readonly found: Readonly<
    Record<CancerOutcome, { readonly all: number; readonly recalled: number; readonly selected: number }>
  >;
  readonly derived: Readonly<Record<string, { readonly recalls: number; readonly screenDetected: number }>>;
};

type Sums = { -readonly [K in keyof Omit<Totals, 'found' | 'derived'>]: number };
const plain = [
  'reads',
  'looks',
  'consensus',
  'seatsMin',
  'seatsMax',
  'direct',
  'held',
  'readsLacked',
  'consensusLacked',
  'aiLacked',
] as const;

/** Sums over cells: `counts` says how many examinations of each cell there are. */
export function totalsOf(
  history: History,
  cells: Pick<Cells, 'example'>,
  counts: ArrayLike<number>,
  decided: readonly Expected[],
): Totals {
  const sums: Sums = {
    examinations: 0,
    reads: 0,
    looks: 0,
    consensus: 0,
    seatsMin: 0,
    seatsMax: 0,
    recalls: 0,
    recallsKept: 0,
    recallsNew: 0,
    direct: 0,
    held: 0,
    readsLacked: 0,
    consensusLacked: 0,
    aiLacked: 0,
  };
  const found = { none: zero(), 'screen-detected': zero(), interval: zero(), 'next-round': zero() };
  const derived: Record<string, { recalls: number; screenDetected: number }> = {};
  decided.forEach((expected, cell) => {
    const n = counts[cell] as number;
    if (n === 0) return;
    const row = cells.example[cell] as number;
    const outcome = cancerOutcomes[history.outcome[row] as number] ?? 'none';
    sums.examinations += n;
    for (const key of plain) sums[key] += n * expected[key];
    sums.recalls += n * expected.recall;
    sums[history.recalled[row] === 1 ? 'recallsKept' : 'recallsNew'] += n * expected.recall;
    found[outcome].all += n;
    found[outcome].recalled += n * expected.recall;
    found[outcome].selected += n * expected.selected;
    for (const [name, recall] of Object.entries(expected.derived)) {
      const { recalls, screenDetected } = derived[name] ?? { recalls: 0, screenDetected: 0 };
      const more = n * recall;
      derived[name] = {
        recalls: recalls + more,
        screenDetected: screenDetected + (outcome === 'screen-detected' ? more : 0),
      };
    }
  });
  return { ...sums, found, derived };
}

function zero() {
  return { all: 0, recalled: 0, selected: 0 };
}
