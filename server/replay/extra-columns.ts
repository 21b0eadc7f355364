/** Columns that a history has only when a protocol asks for them (core/replay/needs.ts), as SQL over one examination's answers. */
import type { ExtraColumn, ExtraId, History, ExtraField, ExtraItem } from '#core/replay/history';
import type { Extras } from '#core/replay/needs';
import { type Duck, quoted } from '#server/quality/duck';

export type ExtraSource = {
  readonly id: ExtraId;
  /** An aggregate over the rows of "ai-result". */
  readonly value: string;
  /** The words it may be, when it is a word. */
  readonly words: readonly string[] | null;
};

const fieldColumns: Readonly<Record<ExtraField, { readonly column: string; readonly words: boolean }>> = {
  normalTag: { column: 'normal_tag', words: true },
  // What a product words in letters cannot be compared with a number, here as live.
  density: { column: 'try_cast(density as float)', words: false },
  quality: { column: 'try_cast(quality as float)', words: false },
  risk: { column: 'risk', words: false },
};
/** Of the woman: what the first product to give one has said, as in server/reading/load-items.ts. */
const itemColumns: Readonly<Record<ExtraItem, { readonly column: string; readonly words: boolean }>> = {
  density: { column: 'density', words: true },
  risk5y: { column: 'risk', words: false },
};

/** More different words than a code of eight bits can tell apart are not an answer of a few kinds. */
const MOST_WORDS = 250;

/** The columns asked for, as far as the snapshot has them: one made before they were kept has none. */
export async function extraSources(
  duck: Duck,
  asked: Extras,
  products: readonly string[],
): Promise<readonly ExtraSource[]> {
  const kept = (await duck.rows(`describe "ai-result"`)).some((row) => row.column_name === 'normal_tag');
  if (!kept) return [];
  const wordsOf = async (column: string) => {
    const rows = await duck.rows(
      `select ${column} as word from "ai-result" where ${column} is not null group by 1 order by count(*) desc, 1 limit ${MOST_WORDS}`,
    );
    return rows.map(({ word }) => String(word));
  };
  const sources: ExtraSource[] = [];
  for (const field of asked.fields) {
    const { column, words } = fieldColumns[field];
    const known = words ? await wordsOf(column) : null;
    for (const product of products)
      sources.push({
        id: `${field}.${product}`,
        value: `arg_max(${column}, version) filter (product = ${quoted(product)})`,
        words: known,
      });
  }
  for (const item of asked.items) {
    const { column, words } = itemColumns[item];
    sources.push({ id: item, value: `arg_min(${column}, answer)`, words: words ? await wordsOf(column) : null });
  }
  return sources;
}

/** The value as the history keeps it: a number, or the place of its word from 1. */
export function storedSql({ words }: ExtraSource, value: string): string {
  return words
    ? `coalesce(list_position([${words.map(quoted).join(', ')}], ${value}), 0)::utinyint`
    : `${value}::float`;
}

/** Empty columns for the sources, to be filled. */
export function blankExtras(sources: readonly ExtraSource[], size: number): ReadonlyMap<ExtraId, ExtraColumn> {
  return new Map(
    sources.map(({ id, words }) => [
      id,
      words ? { words, of: new Uint8Array(size) } : new Float32Array(size).fill(Number.NaN),
    ]),
  );
}

/** Without those of which the snapshot has no value at all: a replay then says what it lacks. */
export function givenExtras(columns: ReadonlyMap<ExtraId, ExtraColumn>): History['extras'] {
  const given = (column: ExtraColumn) =>
    column instanceof Float32Array ? column.some((value) => !Number.isNaN(value)) : column.of.some((code) => code > 0);
  return Object.fromEntries([...columns].filter(([, column]) => given(column)));
}
