import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export type Duck = {
  run(sql: string): Promise<void>;
  /** Rows as plain objects; whole numbers come as numbers, days as ISO text. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The same answer column by column, in the order of the query: for many rows. */
  columns(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** The same answer a piece at a time, read where it lies: for millions of rows. Whole numbers of 64 bits come as bigint. */
  pieces(sql: string): AsyncGenerator<Piece>;
  close(): void;
};

export type Piece = { readonly rows: number; readonly columns: readonly { getItem(row: number): unknown }[] };

/** An in-process DuckDB with bounded memory and no access to anything outside the files it is given. */
export async function openDuck(options: { readonly memory?: string } = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: options.memory ?? '1GB' });
  const connection: DuckDBConnection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS().map(plain),
    columns: async (sql) =>
      (await connection.runAndReadAll(sql)).getColumnsJS().map((column) => column.map(plainValue)),
    pieces: (sql) => piecesOf(connection, sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function* piecesOf(connection: DuckDBConnection, sql: string): AsyncGenerator<Piece> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const columns = Array.from({ length: chunk.columnCount }, (_, i) => chunk.getColumnVector(i));
    yield { rows: chunk.rowCount, columns };
  }
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value;
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
