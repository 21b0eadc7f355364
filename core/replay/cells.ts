/**
 * Sorts a history into cells that the protocols in question cannot tell apart. A country's history is some hundreds of
 * cells; what a protocol does is decided once for each, by the interpreter itself, on the first examination met in it.
 */
import type { Band } from './bands.ts';

export type Cells = {
  /** The cell of each row; NO_CELL for a row that is not asked for. */
  readonly of: Uint32Array;
  /** A row of each cell. */
  readonly example: readonly number[];
  readonly counts: Float64Array;
};

export const NO_CELL = 0xffff_ffff;
const BLOCK = 4096;
/** Up to so many possible keys a table is quicker than a map. */
const LARGEST_TABLE = 1 << 22;

/** Every row that `use` marks (all, when not given) with its cell. */
export function sortIntoCells(size: number, bands: readonly Band[], use?: Uint8Array): Cells {
  const of = new Uint32Array(size);
  const example: number[] = [];
  const cellOf = finder(bands.reduce((product, { levels }) => product * levels, 1));
  const keys = new Float64Array(BLOCK);
  for (let from = 0; from < size; from += BLOCK) {
    const count = Math.min(BLOCK, size - from);
    keys.fill(0);
    for (const band of bands) band.add(keys, from, count);
    for (let i = 0; i < count; i++) {
      if (use && use[from + i] === 0) {
        of[from + i] = NO_CELL;
        continue;
      }
      const cell = cellOf(keys[i] as number);
      if (cell === example.length) example.push(from + i);
      of[from + i] = cell;
    }
  }
  const counts = new Float64Array(example.length);
  for (let row = 0; row < size; row++) {
    const cell = of[row] as number;
    if (cell !== NO_CELL) counts[cell] = (counts[cell] as number) + 1;
  }
  return { of, example, counts };
}

/** Numbers keys in the order in which they are first met. */
function finder(possible: number): (key: number) => number {
  let known = 0;
  if (possible > LARGEST_TABLE) {
    const map = new Map<number, number>();
    return (key) => {
      const found = map.get(key);
      if (found !== undefined) return found;
      map.set(key, known);
      return known++;
    };
  }
  const table = new Int32Array(possible).fill(-1);
  return (key) => {
    const found = table[key] as number;
    if (found >= 0) return found;
    table[key] = known;
    return known++;
  };
}

/** How many rows of each cell each group has: groups x cells. A row's group is `group[row]`. */
export function countByGroup(cells: Cells, group: ArrayLike<number>, groups: number): readonly Float64Array[] {
  const width = cells.example.length;
  const flat = new Float64Array(groups * width);
  const { of } = cells;
  for (let row = 0; row < of.length; row++) {
    const cell = of[row] as number;
    if (cell === NO_CELL) continue;
    const at = (group[row] as number) * width + cell;
    flat[at] = (flat[at] as number) + 1;
  }
  return Array.from({ length: groups }, (_, g) => flat.subarray(g * width, (g + 1) * width));
}
