/** The query builder on one connection that somebody else has taken and gives back (see transaction.ts). */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { plugins } from './plugins.ts';
import { statementName } from './statement-name.ts';
import type { Tables } from './tables.ts';

const made = new WeakMap<pg.ClientBase, Kysely<Tables>>();

/** Made once for a connection. It begins and ends no transaction: whoever holds the connection does. */
export function kyselyOn(client: pg.ClientBase): Kysely<Tables> {
  let kysely = made.get(client);
  if (!kysely) {
    const driver = driverOf(connectionOf(client));
    kysely = new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => driver,
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      plugins,
    });
    made.set(client, kysely);
  }
  return kysely;
}

function driverOf(connection: DatabaseConnection): Driver {
  const notHere = async () => {
    throw new Error('the transaction is begun and ended by inTransaction (server/db/transaction.ts)');
  };
  const nothing = async () => {};
  return {
    init: nothing,
    destroy: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
  };
}

function connectionOf(client: pg.ClientBase): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const name = statementName(sql);
      const query = { text: sql, values: [...parameters], ...(name ? { name } : {}) };
      const { command, rowCount, rows } = await client.query(query);
      const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
      return { rows: rows as R[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
    },
    // biome-ignore lint/correctness/useYield: there is nothing to give.
    async *streamQuery() {
      throw new Error('rows are streamed outside inTransaction');
    },
  };
}
