/**
 * What the registry already has of one examination after another, column by column: what two readers said, whether a
 * consensus was held and what it decided, what machines scored, and what was later found. Columns, because a country's
 * history is six million rows: some 45 bytes each, and a replay reads only the columns its protocol asks about.
 */

/** What became of the woman, seen from this examination. */
export const cancerOutcomes = ['none', 'screen-detected', 'interval', 'next-round'] as const;
export type CancerOutcome = (typeof cancerOutcomes)[number];

/** One reader's scores 1-5 of each breast; 0 = the history has no such read. */
export type ReadColumns = { readonly left: Uint8Array; readonly right: Uint8Array };

/** One product's result; NaN = it gave none. An examination with no `score` has no result from this product. */
export type ProductColumns = {
  readonly score: Float32Array;
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** Percentile 0-100: the share, in percent, of the calibration population that scores lower. */
  readonly pct: Float32Array;
};
export const productFields = ['score', 'left', 'right', 'pct'] as const;
export type ProductField = (typeof productFields)[number];

export type History = {
  readonly size: number;
  readonly first: ReadColumns;
  readonly second: ReadColumns;
  /** 1 = a consensus was held. */
  readonly consensus: Uint8Array;
  /** 1 = she was recalled. */
  readonly recalled: Uint8Array;
  /** Index into `cancerOutcomes`. */
  readonly outcome: Uint8Array;
  /** Years at the examination. */
  readonly age: Uint8Array;
  /** 1 = her first examination in the programme. */
  readonly prevalent: Uint8Array;
  /** 1 = the data cut lies 24 months after it, so that its interval cancers are known. */
  readonly followed: Uint8Array;
  readonly year: Uint16Array;
  /** Indexes into `names`. */
  readonly centre: Uint16Array;
  readonly unit: Uint16Array;
  readonly names: { readonly centre: readonly string[]; readonly unit: readonly string[] };
  readonly products: Readonly<Record<string, ProductColumns>>;
};

/** An empty history of so many rows, to be filled: nobody has read, nothing was found, no product has a result. */
export function blankHistory(
  size: number,
  products: readonly string[],
  names: History['names'] = { centre: [''], unit: [''] },
): History {
  const bytes = () => new Uint8Array(size);
  const words = () => new Uint16Array(size);
  const values = () => new Float32Array(size).fill(Number.NaN);
  return {
    size,
    first: { left: bytes(), right: bytes() },
    second: { left: bytes(), right: bytes() },
    consensus: bytes(),
    recalled: bytes(),
    outcome: bytes(),
    age: bytes(),
    prevalent: bytes(),
    followed: bytes().fill(1),
    year: words(),
    centre: words(),
    unit: words(),
    names,
    products: Object.fromEntries(
      products.map((product) => [product, { score: values(), left: values(), right: values(), pct: values() }]),
    ),
  };
}
