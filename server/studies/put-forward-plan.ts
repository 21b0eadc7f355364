import { ok, type Result, refuse } from '#core/kernel/result';
import { checkDraft } from '#core/studies/plan-draft';
import { planFaultsEn } from '#core/studies/plan-faults-en';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { takeAway } from './discard-plan.ts';
import { loadDraftAt } from './load-draft.ts';
import { nameMember } from './name-member.ts';
import { amends, writePlan } from './write-plan.ts';

/**
 * Makes what is written a version of the plan, to be signed. A radiologist who sets up a study becomes its principal
 * investigator. Refuses `not-yours`, `not-found`, `changed-meanwhile` (the draft, or the version that it began from),
 * `faulty-plan`, and what writePlan refuses.
 */
export async function putForwardPlan(
  tx: Tx,
  seen: { readonly studyId: string; readonly edit: number },
): Promise<Result<{ readonly version: string }>> {
  const found = await loadDraftAt(tx, seen);
  if (!found.ok) return found;
  const { study, kept } = found.value;
  const { draft } = kept;
  const { plan, faults } = checkDraft(draft, protocolPolicy, study ? amends(study, draft.version) : undefined);
  if (!plan || faults.length > 0) {
    const said = faults.map(({ code, at, about }) => `${at}: ${planFaultsEn[code](about)}`);
    return refuse('faulty-plan', `The plan has faults: ${said.join('; ')}`);
  }
  const there = study?.versions.find((one) => one.plan.version === plan.version && one.signature === null);
  if (there && there.edit !== kept.fromEdit)
    return refuse('changed-meanwhile', `Version ${plan.version} has been written by ${there.writtenBy} meanwhile`);
  if (!(await takeAway(tx, seen))) return refuse('changed-meanwhile', 'Somebody else has saved meanwhile');
  const written = await writePlan(tx, plan);
  if (!written.ok) return written;
  if (!study && tx.actor.role === 'radiologist') {
    const own = { studyId: plan.id, userId: tx.actor.userId, role: 'principal-investigator' } as const;
    const named = await nameMember(tx, own);
    if (!named.ok) return named;
  }
  return ok({ version: plan.version });
}
