/** Turns columns into bands: 0 = missing, then one number for each stretch between the cuts, in order. */
import type { ExtraId, History, ReadColumns, WordColumn } from './history.ts';
import { type ColumnId, type Cut, type Needs, productColumn } from './needs.ts';

export type Band = {
  readonly levels: number;
  /** keys[i] = keys[i] * levels + band of row `from + i`. */
  readonly add: (keys: Float64Array, from: number, count: number) => void;
  readonly at: (row: number) => number;
};

/** Every history has these: what was decided, and what was found. */
function standing(history: History): Band {
  const { consensus, recalled, outcome } = history;
  const at = (row: number) =>
    ((outcome[row] as number) << 2) | ((consensus[row] as number) << 1) | (recalled[row] as number);
  const add = (keys: Float64Array, from: number, count: number) => {
    for (let i = 0; i < count; i++) keys[i] = (keys[i] as number) * 16 + at(from + i);
  };
  return { levels: 16, add, at };
}

/** The bands of what some protocols need, with how each stands in the history. */
export function bandsOf(history: History, needs: Needs): readonly Band[] {
  return [standing(history), ...[...needs].flatMap(([id, cuts]) => band(history, id, distinct(cuts)) ?? [])];
}

function band(history: History, id: ColumnId, cuts: readonly Cut[]): Band | undefined {
  if (id === 'age') return byteBand(history.age, cuts);
  if (id.startsWith('extra.')) {
    const extra = history.extras[id.slice('extra.'.length) as ExtraId];
    return extra && (extra instanceof Float32Array ? valueBand(extra, cuts) : wordBand(extra));
  }
  if (!id.startsWith('product.')) {
    const [slot, part] = id.split('.') as ['first' | 'second', 'max' | 'left' | 'right'];
    return part === 'max' ? pairBand(history[slot], cuts) : byteBand(history[slot][part], cuts);
  }
  const column = productColumn(history, id);
  return column && valueBand(column, cuts);
}

function distinct(cuts: readonly Cut[]): readonly Cut[] {
  const sorted = cuts.toSorted((a, b) => a.limit - b.limit || Number(a.after) - Number(b.after));
  return sorted.filter((cut, i) => cut.limit !== sorted[i - 1]?.limit || cut.after !== sorted[i - 1]?.after);
}

function levelOf(value: number, cuts: readonly Cut[]): number {
  return 1 + cuts.filter(({ limit, after }) => (after ? value > limit : value >= limit)).length;
}

function byteBand(column: Uint8Array, cuts: readonly Cut[]): Band {
  const levels = cuts.length + 2;
  const table = Uint8Array.from({ length: 256 }, (_, value) => (value === 0 ? 0 : levelOf(value, cuts)));
  const at = (row: number) => table[column[row] as number] as number;
  const add = (keys: Float64Array, from: number, count: number) => {
    for (let i = 0; i < count; i++)
      keys[i] = (keys[i] as number) * levels + (table[column[from + i] as number] as number);
  };
  return { levels, add, at };
}

/** Every word is a band of its own: they are few. */
function wordBand({ words, of }: WordColumn): Band {
  const levels = words.length + 1;
  const add = (keys: Float64Array, from: number, count: number) => {
    for (let i = 0; i < count; i++) keys[i] = (keys[i] as number) * levels + (of[from + i] as number);
  };
  return { levels, add, at: (row) => of[row] as number };
}

function pairBand({ left, right }: ReadColumns, cuts: readonly Cut[]): Band {
  const levels = cuts.length + 2;
  const table = Uint8Array.from({ length: 64 }, (_, pair) => {
    const highest = Math.max(pair >> 3, pair & 7);
    return highest === 0 ? 0 : levelOf(highest, cuts);
  });
  const at = (row: number) => table[((left[row] as number) << 3) | (right[row] as number)] as number;
  const add = (keys: Float64Array, from: number, count: number) => {
    for (let i = 0; i < count; i++) {
      const pair = ((left[from + i] as number) << 3) | (right[from + i] as number);
      keys[i] = (keys[i] as number) * levels + (table[pair] as number);
    }
  };
  return { levels, add, at };
}

/** Values are kept in 32 bits, so the limits are rounded alike: 7.6 is met by 7.6. */
function valueBand(column: Float32Array, cuts: readonly Cut[]): Band {
  const levels = cuts.length + 2;
  const limits = Float32Array.from(cuts, ({ limit }) => limit);
  const strict = Uint8Array.from(cuts, ({ after }) => Number(after));
  const n = limits.length;
  const at = (row: number) => {
    const value = column[row] as number;
    if (Number.isNaN(value)) return 0;
    let level = 1;
    for (let j = 0; j < n; j++) {
      const limit = limits[j] as number;
      if (value > limit || (value === limit && strict[j] === 0)) level++;
      else break;
    }
    return level;
  };
  const add = (keys: Float64Array, from: number, count: number) => {
    for (let i = 0; i < count; i++) keys[i] = (keys[i] as number) * levels + at(from + i);
  };
  return { levels, add, at };
}
