import type { CaseKind } from '#core/replay/case-kinds';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { listCases } from '#server/quality/list-cases';
import { askForCases } from './ask-worker.ts';
import { openSource } from './open-source.ts';
import type { StoredQuestion } from './start-replay.ts';

type Asked = {
  readonly id: string;
  readonly arm: string;
  readonly kind: CaseKind;
  readonly product?: string | undefined;
};

/** The women behind a number of a run, found again from its own question; row-level security and audit as for any list of women. */
export async function listReplayCases(
  db: Database,
  actor: Actor,
  asked: Asked,
): Promise<Result<{ total: number; rows: Awaited<ReturnType<typeof listCases>> }>> {
  const { rows } = await db.pool.query<{ asked: StoredQuestion }>('select asked from replay_run where run_id = $1', [
    asked.id,
  ]);
  const stored = rows[0]?.asked;
  const source = stored && (await openSource(db, stored.question.snapshot, stored.arms));
  if (!source) return refuse('run-not-found', 'There is no such replay');
  if (!stored.arms.some(({ id }) => id === asked.arm))
    return refuse('protocol-not-found', `The replay has no arm "${asked.arm}"`);
  const job = { asked: stored.question, arms: stored.arms, placeNames: {} };
  const found = await askForCases({
    kind: 'cases',
    source,
    job,
    arm: asked.arm,
    of: asked.kind,
    product: asked.product,
  });
  const what = `replay ${asked.id} ${asked.arm} ${asked.kind}`;
  return ok({
    total: found.total,
    rows: await inTransaction(db, actor, (tx) => listCases(tx, { episodes: found.episodes, what })),
  });
}
