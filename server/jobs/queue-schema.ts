import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

/** Only what goes wrong is written; the programme has its own account of what was done. */
export const queueLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`queue: ${message}`);
});

/**
 * Connections for the queue. A connection that the server ends while the pool is being closed must not end the program,
 * as it would with the queue's own pool, which stops listening first.
 */
export function queuePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'runde queue' });
  const ignore = () => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/**
 * Makes or updates the queue's own schema (graphile_worker). Its tables let only their owner in, so requests, which run
 * as runde_app, add jobs through a function that runs with the owner's rights and can do nothing else.
 */
export async function migrateQueue(client: pg.Client, url: string): Promise<void> {
  const pgPool = queuePool(url, 2);
  await runMigrations({ pgPool, logger: queueLogger }).finally(() => pgPool.end());
  await client.query(`
    create or replace function queue_job(task text, payload json, key text) returns void
      language sql security definer set search_path = pg_catalog, graphile_worker, pg_temp
      as $$ select from graphile_worker.add_job(task, payload, job_key => key) $$;
    revoke all on function queue_job from public;
    do $$ begin
      if exists (select from pg_roles where rolname = 'runde_app') then
        grant execute on function queue_job to runde_app;
      end if;
    end $$;`);
}
