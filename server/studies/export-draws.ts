import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { AllocationExport } from '#core/studies/verify-allocation';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { loadStudy } from './load-study.ts';

/**
 * The file from which anyone can work every draw out again: key, rules and draws, without persons. Only when the key has been
 * revealed (`not-revealed`). Key and arms are read by the programme's own hand: the request role cannot.
 */
export async function exportDraws(db: Database, actor: Actor, studyId: string): Promise<Result<AllocationExport>> {
  const study = await inTransaction(db, actor, async (tx) => {
    const found = await loadStudy(tx, studyId);
    if (found.ok && !found.value.standing.revealed)
      return refuse('not-revealed', 'The key is revealed when the study is closed');
    if (found.ok) tx.record('study.draws-exported', null, { study: studyId });
    return found;
  });
  if (!study.ok) return study;
  const { key } = await db.kysely
    .selectFrom('study_key')
    .select('key')
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  const draws = await db.kysely
    .selectFrom('study_draw')
    .select(['stratum', 'position', 'subject', 'version', 'levels', 'arm'])
    .where('study_id', '=', studyId)
    .orderBy('stratum')
    .orderBy('position')
    .execute();
  return ok({
    studyId,
    key: key.toString('hex'),
    plans: study.value.versions
      .filter((one) => one.signature !== null)
      .map(({ plan: { version, protocol, allocation, series, unit } }) => ({
        version,
        protocol,
        allocation,
        series,
        unit,
      })),
    draws: draws.map((row) => ({ ...row, levels: row.levels as string[] })),
  });
}
