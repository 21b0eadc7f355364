import type { OutputOf } from '#contracts/endpoint';
import { replayResult, type showReplay as contract } from '#contracts/replay';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { findRun } from './list-choices.ts';
import { underWay } from './start-replay.ts';

/** A run: how far it has come, its answer, or why it has none. */
export async function showReplay(db: Database, actor: Actor, id: string): Promise<Result<OutputOf<typeof contract>>> {
  // Asked first: a run that ends in between is then found done, never taken for cut off.
  const now = underWay.get(id);
  const run = await findRun(db, id);
  if (!run) return refuse('run-not-found', 'There is no such replay');
  const { rows } = await db.pool.query<{ result: unknown; failure: string | null }>(
    'select result, failure from replay_run where run_id = $1',
    [id],
  );
  const cutOff = run.state === 'running' && !now;
  return ok({
    run: cutOff ? { ...run, state: 'failed' as const } : run,
    progress: run.state === 'done' ? 1 : (now?.share ?? 0),
    what: now?.what ?? null,
    failure: cutOff ? 'the server was stopped before it was done' : (rows[0]?.failure ?? null),
    result: run.state === 'done' ? replayResult.parse(rows[0]?.result) : null,
    mayOpenCases: actor.role === 'office',
  });
}
