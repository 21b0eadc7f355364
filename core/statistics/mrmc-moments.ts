/** Sums over pairs of readings that share the negative case, the positive case, the reader, or none: what mrmc.ts is made of. */

/** One reader's scores: each case at the same place for all readers; NaN = not read. */
export type ReaderScores = { readonly negatives: Float64Array; readonly positives: Float64Array };

export type MomentSums = {
  /** AUC over all readings of the first. */
  readonly auc: number;
  /** Eight sums of products and how many products each has: same reader (1-4), any two readers (5-8). */
  readonly products: readonly number[];
  readonly counts: readonly number[];
};

/**
 * The sums for two methods (or one with itself). Within each four: same negative and same positive case; any negative, same
 * positive; same negative, any positive; any of both.
 */
export function sumsOf(
  first: ReadonlyMap<string, ReaderScores>,
  second: ReadonlyMap<string, ReaderScores>,
): MomentSums {
  const products = new Array<number>(8).fill(0);
  const counts = new Array<number>(8).fill(0);
  const a = [...first].map(([name, scores]) => [name, success(scores)] as const);
  const b = first === second ? a : [...second].map(([name, scores]) => [name, success(scores)] as const);
  for (const [one, x] of a)
    for (const [other, y] of b) {
      const pair = [...four(x.right, y.right, x.columns), ...four(x.read, y.read, x.columns)];
      for (let i = 0; i < 4; i++) {
        const [product, count] = [pair[i] ?? 0, pair[i + 4] ?? 0];
        products[i + 4] = (products[i + 4] ?? 0) + product;
        counts[i + 4] = (counts[i + 4] ?? 0) + count;
        if (one !== other) continue;
        products[i] = (products[i] ?? 0) + product;
        counts[i] = (counts[i] ?? 0) + count;
      }
    }
  const [right, read] = [a.reduce((n, [, x]) => n + total(x.right), 0), a.reduce((n, [, x]) => n + total(x.read), 0)];
  return { auc: right / read, products, counts };
}

/** Means of the products as they stand. */
export function moments({ products, counts }: MomentSums): readonly number[] {
  return products.map((product, i) => product / (counts[i] ?? 1));
}

/** Each sum contains the narrower ones; taking them out leaves means over pairs that share exactly what they say. */
export function unbiased({ products, counts }: MomentSums): {
  values: readonly number[];
  coefficients: readonly number[];
} {
  const [sums, sizes] = [disjoint(products), disjoint(counts)];
  const all = counts[7] ?? 1;
  return {
    values: sums.map((sum, i) => (sizes[i] === 0 ? 0 : sum / (sizes[i] ?? 1))),
    coefficients: sizes.map((size, i) => size / all - (i === 7 ? 1 : 0)),
  };
}

function disjoint(sums: readonly number[]): readonly number[] {
  const four = (at: number) => {
    const [s, p, n, t] = [sums[at] ?? 0, sums[at + 1] ?? 0, sums[at + 2] ?? 0, sums[at + 3] ?? 0];
    return [s, p - s, n - s, t - p - n + s];
  };
  const [same, any] = [four(0), four(4)];
  return [...same, ...any.map((value, i) => value - (same[i] ?? 0))];
}

/** Each pair of a negative and a positive case: 1 when the positive scores higher, a half when they tie; and whether both were read. */
function success({ negatives, positives }: ReaderScores) {
  const columns = positives.length;
  const right = new Float64Array(negatives.length * columns);
  const read = new Float64Array(right.length);
  let at = 0;
  for (const negative of negatives)
    for (const positive of positives) {
      const both = !Number.isNaN(negative) && !Number.isNaN(positive);
      right[at] = both ? (positive > negative ? 1 : positive === negative ? 0.5 : 0) : 0;
      read[at++] = both ? 1 : 0;
    }
  return { right, read, columns };
}

function four(x: Float64Array, y: Float64Array, columns: number): [number, number, number, number] {
  const byPositive = [new Float64Array(columns), new Float64Array(columns)] as const;
  let [same, byNegative, totalX, totalY] = [0, 0, 0, 0];
  for (let at = 0; at < x.length; ) {
    let [rowX, rowY] = [0, 0];
    for (let column = 0; column < columns; column++, at++) {
      const [one, other] = [x[at] as number, y[at] as number];
      same += one * other;
      rowX += one;
      rowY += other;
      byPositive[0][column] = (byPositive[0][column] as number) + one;
      byPositive[1][column] = (byPositive[1][column] as number) + other;
    }
    byNegative += rowX * rowY;
    totalX += rowX;
    totalY += rowY;
  }
  const positives = byPositive[0].reduce((sum, one, i) => sum + one * (byPositive[1][i] as number), 0);
  return [same, positives, byNegative, totalX * totalY];
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
