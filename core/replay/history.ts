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

/** What few protocols ask, so that a history has it only when one of those it was loaded for does. */
export const extraFields = ['normalTag', 'density', 'quality', 'risk'] as const;
export type ExtraField = (typeof extraFields)[number];
/** The same of the woman herself: what the first product to give one has said. */
export const extraItems = ['density', 'risk5y'] as const;
export type ExtraItem = (typeof extraItems)[number];

/** Words by number: 0 = none given, else 1 + the index into `words`. */
export type WordColumn = { readonly words: readonly string[]; readonly of: Uint8Array };
/** Numbers (NaN = none given) or words. */
export type ExtraColumn = Float32Array | WordColumn;

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
  /** By `field.product`, and by the item itself; absent = the history has none of it. */
  readonly extras: Readonly<Partial<Record<ExtraId, ExtraColumn>>>;
};
export type ExtraId = ExtraItem | `${ExtraField}.${string}`;

/** A row's value in a column; undefined when none was given. */
export function valueIn(column: ExtraColumn | undefined, row: number): number | string | undefined {
  if (!column) return undefined;
  if (!(column instanceof Float32Array)) return column.words[(column.of[row] as number) - 1];
  const value = column[row] as number;
  return Number.isNaN(value) ? undefined : shortest(value);
}

/** A value kept in 32 bits, as the decimal it came from: 7.6 and not 7.599999904632568. */
export function shortest(value: number): number {
  return Number(value.toPrecision(7));
}

/** An empty history of so many rows, to be filled: nobody has read, nothing was found, no product has a result. */
export function blankHistory(
  size: number,
  products: readonly string[],
  names: History['names'] = { centre: [''], unit: [''] },
  extras: History['extras'] = {},
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
    extras,
  };
}
