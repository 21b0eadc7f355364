import { ok, type Result, refuse } from '#core/kernel/result';
import { rolesClash, serves } from '#core/studies/missing';
import type { MemberRole } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { loadInPlace, loadStudy } from './load-study.ts';

type Named = { readonly studyId: string; readonly userId: string; readonly role: MemberRole };

/**
 * Gives somebody a role in a study from today. Refuses `not-found`, `no-such-user`, `no-site`, `board-at-site`, `has-role`, and
 * `roles-clash` (core/studies/missing.ts).
 */
export async function nameMember(tx: Tx, input: Named): Promise<Result<{ readonly done: true }>> {
  const study = await loadStudy(tx, input.studyId);
  if (!study.ok) return study;
  const user = await tx.q
    .selectFrom('staff_user')
    .select(['id', 'centre_id'])
    .where('id', '=', input.userId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!user) return refuse('no-such-user', `${input.userId} does not work here`);
  if (input.role === 'site-investigator' && !study.value.current.plan.sites.includes(user.centre_id ?? ''))
    return refuse('no-site', 'A site investigator works at a centre that takes part');
  if (input.role === 'safety-board' && study.value.current.plan.sites.includes(user.centre_id ?? ''))
    return refuse(
      'board-at-site',
      'The board judges the study from outside: its members work at no centre that takes part',
    );
  const { members } = await loadInPlace(tx, study.value.current.plan);
  const held = members.filter((one) => one.userId === input.userId && serves(one, tx.today)).map((one) => one.role);
  if (held.includes(input.role)) return refuse('has-role', 'She has this role already');
  if (rolesClash(held, input.role))
    return refuse(
      'roles-clash',
      'Who knows the arms, or sits on the board, has no other part in the study: name somebody else',
    );
  const row = {
    study_id: input.studyId,
    user_id: input.userId,
    role: input.role,
    from_day: tx.today,
    named_by: tx.actor.userId,
  };
  const again = { until_day: null };
  await tx.q
    .insertInto('study_member')
    .values(row)
    .onConflict((c) => c.columns(['study_id', 'user_id', 'role', 'from_day']).doUpdateSet(again))
    .execute();
  tx.record('study.member-named', null, { study: input.studyId, user: input.userId, role: input.role });
  return ok({ done: true });
}

/** Ends a role from today. Refuses `not-found`. */
export async function endMember(tx: Tx, input: Named): Promise<Result<{ readonly done: true }>> {
  const row = await tx.q
    .updateTable('study_member')
    .set({ until_day: tx.today })
    .where('study_id', '=', input.studyId)
    .where('user_id', '=', input.userId)
    .where('role', '=', input.role)
    .where('until_day', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'She does not have this role');
  tx.record('study.member-ended', null, { study: input.studyId, user: input.userId, role: input.role });
  return ok({ done: true });
}
