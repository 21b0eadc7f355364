/** The cases behind the numbers of a replay: which examinations a number counts. */
import { NO_CELL } from './cells.ts';
import type { Expected } from './decide.ts';
import { cancerOutcomes, type History } from './history.ts';
import type { Replayed } from './replay.ts';

export const caseKinds = [
  'consensus',
  'recalled',
  'sdcKept',
  'sdcMissed',
  'intervalSelected',
  'recallsNew',
  'recallsAvoided',
  'consensusLacked',
  'held',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Rows that a kind counts under one arm, in the history's order. What is decided with a probability counts when it may happen. */
export function casesOf(
  history: History,
  { cells, decided }: Pick<Replayed, 'cells' | 'decided'>,
  arm: number,
  kind: CaseKind,
): readonly number[] {
  const counted = (decided[arm] ?? []).map((expected, cell) =>
    counts(history, cells.example[cell] as number, expected, kind),
  );
  const rows: number[] = [];
  for (let row = 0; row < cells.of.length; row++) {
    const cell = cells.of[row] as number;
    if (cell !== NO_CELL && counted[cell]) rows.push(row);
  }
  return rows;
}

function counts(history: History, row: number, expected: Expected, kind: CaseKind): boolean {
  const outcome = cancerOutcomes[history.outcome[row] as number];
  const recalled = history.recalled[row] === 1;
  switch (kind) {
    case 'consensus':
      return expected.consensus > 0;
    case 'recalled':
      return expected.recall > 0;
    case 'sdcKept':
      return outcome === 'screen-detected' && expected.recall > 0;
    case 'sdcMissed':
      return outcome === 'screen-detected' && expected.recall < 1;
    case 'intervalSelected':
      return outcome === 'interval' && expected.selected > 0;
    case 'recallsNew':
      return !recalled && expected.recall > 0;
    case 'recallsAvoided':
      return recalled && expected.recall < 1;
    case 'consensusLacked':
      return expected.consensusLacked > 0;
    case 'held':
      return expected.held > 0;
  }
}
