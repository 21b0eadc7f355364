import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Day } from '#core/kernel/day';
import type { AiFact, Breast, Facts, ReadFact, Score } from '#core/reading/facts';
import { isFrozen } from '#core/reading/freeze';
import { type Protocol, stepsOf } from '#core/reading/protocol';
import type { Tx } from '#server/db/transaction';
import { loadProtocol } from './approve-protocol.ts';

export type CaseKey = { readonly personId: string; readonly caseId: string };

export type LoadedCase = CaseKey & {
  readonly episodeId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly state: 'reading' | 'consensus' | 'closed';
  readonly outcome: string | null;
  readonly openedOn: Day;
  readonly version: number;
  readonly protocol: Protocol;
  readonly arm: string;
  readonly facts: Facts;
};

/** A case with everything that decides about it. `lock` holds the case, so that what happens to it happens in turn. */
export async function loadCase(
  tx: Tx,
  key: CaseKey,
  options: { readonly lock?: boolean } = {},
): Promise<Result<LoadedCase, 'not-found'>> {
  let query = tx.q
    .selectFrom('reading_case')
    .selectAll()
    .where('person_id', '=', key.personId)
    .where('case_id', '=', key.caseId);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such reading case, or it belongs to another centre');
  const protocol = await loadProtocol(tx, row.protocol_id, row.protocol_version);
  const facts = await loadFacts(tx, key, row.examination_id, protocol, row.arm);
  const { episode_id: episodeId, examination_id: examinationId, centre_id: centreId, opened_on: openedOn } = row;
  const { state, outcome, version, arm } = row;
  return ok({ ...key, episodeId, examinationId, centreId, openedOn, state, outcome, version, protocol, arm, facts });
}

async function loadFacts(tx: Tx, key: CaseKey, examinationId: string, protocol: Protocol, arm: string): Promise<Facts> {
  const steps = stepsOf(protocol, arm);
  const consensus = await tx.q
    .selectFrom('consensus')
    .select(['step', 'members', 'decision', 'breasts'])
    .where('person_id', '=', key.personId)
    .where('case_id', '=', key.caseId)
    .execute();
  return {
    reads: await loadReads(tx, key),
    consensus: consensus.map((c) => ({ ...c, breasts: c.breasts as Breast[] })),
    ai: steps.some((s) => 'ai' in s) ? await loadAi(tx, key.personId, examinationId, steps) : {},
    items: {},
  };
}

/** The opinion that counts of each step: its highest revision. */
async function loadReads(tx: Tx, key: CaseKey): Promise<readonly ReadFact[]> {
  const rows = await tx.q
    .selectFrom('read')
    .distinctOn('step')
    .select(['step', 'reader', 'score_left', 'score_right', 'day', 'frozen_from'])
    .where('person_id', '=', key.personId)
    .where('case_id', '=', key.caseId)
    .orderBy('step')
    .orderBy('revision', 'desc')
    .execute();
  const now = { instant: tx.at.getTime(), today: tx.today };
  return rows.map((r) => ({
    step: r.step,
    reader: r.reader,
    left: r.score_left as Score,
    right: r.score_right as Score,
    frozen: isFrozen({ day: r.day, frozenFrom: r.frozen_from?.getTime() ?? null }, now),
  }));
}

/** The latest result of each product that the arm names. */
async function loadAi(
  tx: Tx,
  personId: string,
  examinationId: string,
  steps: ReturnType<typeof stepsOf>,
): Promise<Record<string, AiFact>> {
  const rows = await tx.q
    .selectFrom('ai_result')
    .distinctOn('product')
    .select(['product', 'score', 'score_left', 'score_right'])
    .where('person_id', '=', personId)
    .where('examination_id', '=', examinationId)
    .orderBy('product')
    .orderBy('analysed_on', 'desc')
    .orderBy(sql`version`, 'desc')
    .execute();
  const facts: Record<string, AiFact> = {};
  for (const step of steps) {
    const row = 'ai' in step ? rows.find((r) => r.product === step.model) : undefined;
    if (!row || !('ai' in step)) continue;
    const values = Object.entries({ score: row.score, left: row.score_left, right: row.score_right });
    const known = values.filter((entry): entry is [string, number] => entry[1] !== null);
    facts[step.ai] = row.score === null ? { kind: 'failed' } : { kind: 'result', values: Object.fromEntries(known) };
  }
  return facts;
}
