import type { OutputOf } from '#contracts/endpoint';
import type { studyStaff as contract } from '#contracts/studies';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { loadStudy } from './load-study.ts';

/** Those who can be given a role: who works nationally, and the radiologists and coordinators at the study's sites. */
export async function listStaff(
  tx: Tx,
  { studyId }: { readonly studyId: string },
): Promise<Result<OutputOf<typeof contract>>> {
  const study = await loadStudy(tx, studyId);
  if (!study.ok) return study;
  const staff = await tx.q
    .selectFrom('staff_user as u')
    .leftJoin('centre as c', 'c.id', 'u.centre_id')
    .select(['u.id as userId', 'u.name', 'u.role', 'c.name as centreName'])
    .where('u.active', '=', true)
    .where('u.role', 'in', ['office', 'researcher', 'radiologist', 'coordinator'])
    .where((e) => e.or([e('u.centre_id', 'is', null), e('u.centre_id', 'in', [...study.value.current.plan.sites])]))
    .orderBy('c.name')
    .orderBy('u.name')
    .execute();
  return ok({ staff });
}
