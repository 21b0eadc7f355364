import { run, type TaskList } from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '#server/db/tables';
import { queueLogger, queuePool } from './queue-schema.ts';

export type JobRunner = { stop(): Promise<void> };

export type RunJobsOptions = {
  /** Jobs done at the same time. Default 2. */
  readonly concurrency?: number;
  /** Lines of `minute hour day month weekday task`, UTC. */
  readonly crontab?: string;
};

/**
 * Adds a job in the caller's transaction: it exists when, and only when, the fact that caused it is committed.
 * With a `key`, an earlier job of the same key that has not started is replaced.
 */
export async function addJob(
  q: Kysely<Tables>,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  key?: string,
): Promise<void> {
  await sql`select queue_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null})`.execute(q);
}

/** Starts doing the queue's jobs; a job that throws is tried again, later each time. `stop` waits for those under way. */
export async function runJobs(url: string, tasks: TaskList, options: RunJobsOptions = {}): Promise<JobRunner> {
  const concurrency = options.concurrency ?? 2;
  // One connection for each job under way, one that listens for new jobs and one for the timetable.
  const pgPool = queuePool(url, concurrency + 2);
  const runner = await run({
    pgPool,
    taskList: tasks,
    concurrency,
    // The program stops the runner itself, after the web server and before the database.
    noHandleSignals: true,
    pollInterval: 2000,
    logger: queueLogger,
    ...(options.crontab ? { crontab: options.crontab } : {}),
  });
  // Rejections surface at stop(); without a listener they would end the program.
  runner.promise.catch((error) => console.error(`queue: ${error}`));
  return { stop: () => runner.stop().finally(() => pgPool.end()) };
}
