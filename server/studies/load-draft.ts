import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { serves } from '#core/studies/missing';
import { type PlanDraft, planDraftSchema } from '#core/studies/plan-draft';
import { sightOf } from '#core/studies/sight';
import type { Tx } from '#server/db/transaction';
import { type LoadedStudy, loadInPlace, loadStudy } from './load-study.ts';

type Kept = {
  readonly draft: PlanDraft;
  readonly edit: number;
  readonly fromEdit: number | null;
  readonly begunBy: string;
  readonly writtenOn: Day;
  readonly writtenBy: string;
};
/** What is being written, and the study if there is one. */
export type Writing = { readonly study: LoadedStudy | null; readonly kept: Kept | null };

/**
 * A plan being written, for those who may write on it: the office, researchers, the principal investigator, and of a study that
 * is not there yet whoever began it. Refuses `not-yours`.
 */
export async function loadDraft(tx: Tx, studyId: string): Promise<Result<Writing, 'not-yours'>> {
  const found = await loadStudy(tx, studyId);
  const study = found.ok ? found.value : null;
  const row = await tx.q
    .selectFrom('study_draft as d')
    .leftJoin('staff_user as u', 'u.id', 'd.written_by')
    .selectAll('d')
    .select('u.name')
    .where('d.study_id', '=', studyId)
    .executeTakeFirst();
  const may = study ? await mayPlan(tx, study) : !row || plansAll(tx) || row.begun_by === tx.actor.userId;
  if (!may) return refuse('not-yours', 'Written by the office, researchers and the principal investigator');
  const kept = row && {
    draft: planDraftSchema.parse(row.draft),
    edit: row.edit,
    fromEdit: row.from_edit,
    begunBy: row.begun_by,
    writtenOn: row.written_on,
    writtenBy: row.name ?? row.written_by,
  };
  return ok({ study, kept: kept ?? null });
}

/** As loadDraft, when there is one that is still as it was seen. Refuses also `not-found` and `changed-meanwhile`. */
export async function loadDraftAt(
  tx: Tx,
  { studyId, edit }: { readonly studyId: string; readonly edit: number },
): Promise<Result<{ readonly study: LoadedStudy | null; readonly kept: Kept }>> {
  const writing = await loadDraft(tx, studyId);
  if (!writing.ok) return writing;
  const { study, kept } = writing.value;
  if (!kept) return refuse('not-found', 'Nobody is writing on this plan: it has been put forward or thrown away');
  if (kept.edit !== edit) return refuse('changed-meanwhile', `${kept.writtenBy} has saved meanwhile`);
  return ok({ study, kept });
}

/** Whether the one who asks may write the plan of a study. */
export async function mayPlan(tx: Tx, study: LoadedStudy): Promise<boolean> {
  const { plan } = study.current;
  const { members } = await loadInPlace(tx, plan);
  const held = members.filter((one) => one.userId === tx.actor.userId && serves(one, tx.today)).map((one) => one.role);
  return sightOf(tx.actor, held, plan.sites).plans;
}

const plansAll = ({ actor }: Tx) => sightOf(actor, [], []).plans;
