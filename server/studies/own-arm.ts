import type { Tx } from '#server/db/transaction';
import type { LoadedStudy } from './load-study.ts';
import { takeDraw } from './take-draw.ts';

/** Her arm in words, when the study's rule lets her know it: after it is closed, where it says so. Else null. */
export async function ownArm(
  tx: Tx,
  { studyId, standing, current }: LoadedStudy,
  personId: string,
  language: 'nb' | 'nn' | 'en',
): Promise<string | null> {
  const { plan } = current;
  if (plan.tellArm !== 'when-closed' || standing.state !== 'closed') return null;
  const drawn = await tx.q
    .selectFrom('allocation')
    .select(['subject', 'stratum', 'day'])
    .where('person_id', '=', personId)
    .where('study_id', '=', studyId)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (!drawn) return null;
  const { arm } = await takeDraw(tx, plan, { ...drawn, levels: [] });
  return plan.armNames[arm]?.[language] ?? arm;
}
