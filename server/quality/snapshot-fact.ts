import type { Day } from '#core/kernel/day';

export type SnapshotFact = {
  readonly name: string;
  /** DuckDB column types, in the order of the query. */
  readonly columns: Readonly<Record<string, string>>;
  /** The query that PostgreSQL copies out. `personKey` is an SQL expression over the alias `t`. */
  readonly query: (cut: Day, personKey: string) => string;
};
