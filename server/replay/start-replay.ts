import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ReplayAsked, ReplayResult } from '#contracts/replay';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Protocol } from '#core/protocols/protocol';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { codeVersion } from '#server/version';
import { askForRun } from './ask-worker.ts';
import { openSource, placeNames } from './open-source.ts';
import { type ArmChoice, protocolChoices } from './protocol-choices.ts';
import type { Question } from './worker-messages.ts';

/** What a run keeps of its question: as asked, with the protocols as they were then. */
export type StoredQuestion = { readonly question: ReplayAsked; readonly arms: readonly ArmChoice[] };
export type RunProgress = { readonly what: 'waiting' | 'loading' | 'replaying'; readonly share: number };

/** How far the runs of this server have come; a run that it does not know was cut off. */
export const underWay = new Map<string, RunProgress>();

/**
 * Starts a replay and returns at once. The same question of the same snapshot by the same code has the same answer, so the
 * run that answered it is given. Refuses an unknown snapshot or arm.
 */
export async function startReplay(db: Database, actor: Actor, asked: ReplayAsked): Promise<Result<{ id: string }>> {
  const prepared = await prepare(db, asked);
  if (!prepared.ok) return prepared;
  const { stored, question } = prepared.value;
  const known = await sameRun(db, stored);
  if (known) return ok({ id: known });
  const id = randomUUID();
  await inTransaction(db, actor, async (tx) => {
    await tx.q
      .insertInto('replay_run')
      .values({
        run_id: id,
        snapshot_id: asked.snapshot,
        asked: JSON.stringify(stored),
        code_version: codeVersion,
        asked_on: tx.today,
        asked_by: actor.userId,
      })
      .execute();
    tx.record('replay.asked', null, { run: id, snapshot: asked.snapshot, arms: asked.arms });
  });
  underWay.set(id, { what: 'waiting', share: 0 });
  void finish(db, actor, id, question);
  return ok({ id });
}

async function finish(
  db: Database,
  actor: Actor,
  id: string,
  question: Extract<Question, { kind: 'run' }>,
): Promise<void> {
  try {
    const result = await askForRun(question, (progress) => void underWay.set(id, progress));
    await settle(db, actor, id, { state: 'done', result: JSON.stringify(result satisfies ReplayResult) });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    // The server is closing, and with it the database: the run is then known as cut off.
    await settle(db, actor, id, { state: 'failed', failure }).catch(() => {});
  } finally {
    underWay.delete(id);
  }
}

function settle(
  db: Database,
  actor: Actor,
  id: string,
  end: { readonly state: 'done'; readonly result: string } | { readonly state: 'failed'; readonly failure: string },
): Promise<void> {
  return inTransaction(db, actor, async (tx) => {
    await tx.q
      .updateTable('replay_run')
      .set({ ...end, ended_at: tx.at })
      .where('run_id', '=', id)
      .execute();
    tx.record(`replay.${end.state}`, null, { run: id });
  });
}

async function prepare(
  db: Database,
  asked: ReplayAsked,
): Promise<Result<{ stored: StoredQuestion; question: Extract<Question, { kind: 'run' }> }>> {
  const [choices, names] = await Promise.all([protocolChoices(db), placeNames(db)]);
  const found = asked.arms.map((id) => choices.find((one) => one.id === id));
  const unknown = asked.arms.find((_, i) => !found[i]);
  if (unknown !== undefined)
    return refuse('protocol-not-found', `There is no protocol arm "${unknown}"`, { arm: unknown });
  const arms = found.filter((one) => one !== undefined);
  const source = await openSource(db, asked.snapshot, arms);
  if (!source) return refuse('snapshot-not-found', `There is no snapshot "${asked.snapshot}"`);
  return ok({
    stored: { question: asked, arms },
    question: { kind: 'run', source, job: { asked, arms, placeNames: names } },
  });
}

async function sameRun(db: Database, stored: StoredQuestion): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ id: string; asked: StoredQuestion }>(
    `select run_id as id, asked from replay_run where snapshot_id = $1 and code_version = $2 and state = 'done'
       and asked -> 'question' = $3::jsonb order by asked_at desc`,
    [stored.question.snapshot, codeVersion, JSON.stringify(stored.question)],
  );
  const values = (arms: readonly { readonly protocol: Protocol }[]) => arms.map(({ protocol }) => protocol);
  return rows.find(({ asked }) => isDeepStrictEqual(values(asked.arms), values(stored.arms)))?.id;
}
