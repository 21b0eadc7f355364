import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { serves } from '#core/studies/missing';
import type { MemberRole } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { loadInPlace, loadStudy } from './load-study.ts';
import { takeDraw } from './take-draw.ts';

export type Unblind = {
  readonly studyId: string;
  readonly personId: string;
  readonly kind: 'emergency' | 'planned';
  readonly reason: string;
  /** Who is told. */
  readonly told: string;
};

/** Who may open an arm: in an emergency an investigator, as planned the statistician who is not blind. */
const mayOpen: Readonly<Record<Unblind['kind'], readonly MemberRole[]>> = {
  emergency: ['principal-investigator', 'site-investigator'],
  planned: ['unblinded-statistician'],
};

/**
 * Opens one woman's arm, and writes down whose, for whom, by whom and why (ICH E6(R3) 4.1). The office may in an emergency, when
 * no investigator can be reached. Refuses `not-yours`, `not-found`, `not-allocated`.
 */
export async function unblind(tx: Tx, input: Unblind): Promise<Result<{ readonly arm: string }>> {
  const { studyId, personId } = input;
  const study = await loadStudy(tx, studyId);
  if (!study.ok) return study;
  const { plan } = study.value.current;
  const { members } = await loadInPlace(tx, plan);
  const may = members.some(
    (one) => one.userId === tx.actor.userId && serves(one, tx.today) && mayOpen[input.kind].includes(one.role),
  );
  if (!may && !(input.kind === 'emergency' && tx.actor.role === 'office'))
    return refuse('not-yours', `Opened by: ${mayOpen[input.kind].join(', ')}`);
  const drawn = await tx.q
    .selectFrom('allocation')
    .select(['subject', 'stratum', 'day'])
    .where('person_id', '=', personId)
    .where('study_id', '=', studyId)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (!drawn) return refuse('not-allocated', 'She has not been allocated in this study, or belongs to another centre');
  const { arm } = await takeDraw(tx, plan, { ...drawn, levels: [] });
  await tx.q
    .insertInto('study_unblinding')
    .values({
      person_id: personId,
      unblinding_id: randomUUID(),
      study_id: studyId,
      reason: input.reason,
      kind: input.kind,
      told: input.told,
      day: tx.today,
      by_user: tx.actor.userId,
    })
    .execute();
  tx.record('study.unblinded', personId, { study: studyId, kind: input.kind, told: input.told });
  return ok({ arm });
}
