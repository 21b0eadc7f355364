import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Approval, InPlace, Member } from '#core/studies/missing';
import { standingOf, stepSchema, type StudyStanding, type StudyStep } from '#core/studies/steps';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { parsePlan } from './studies-recruiting.ts';

export type LoggedStep = { readonly seq: number; readonly day: Day; readonly by: string; readonly step: StudyStep };
export type PlanVersion = {
  readonly plan: StudyPlan;
  readonly writtenOn: Day;
  readonly writtenBy: string;
  readonly signedOn: Day | null;
  readonly signedBy: string | null;
  readonly signature: string | null;
  /** How many times it has been written; a signed one is not written again. */
  readonly edit: number;
};
export type LoadedStudy = {
  readonly studyId: string;
  readonly standing: StudyStanding;
  readonly log: readonly LoggedStep[];
  /** In the order they were written; the last is the newest. */
  readonly versions: readonly PlanVersion[];
  /** The version in use, or the one being written. */
  readonly current: PlanVersion;
};

/** A study with its log and versions; refuses `not-found`. */
export async function loadStudy(tx: Tx, studyId: string): Promise<Result<LoadedStudy, 'not-found'>> {
  const versions = await loadVersions(tx, studyId);
  const log = await loadLog(tx, studyId);
  const standing = standingOf(log.map(({ step }) => step));
  const current = versions.find(({ plan }) => plan.version === standing.version) ?? versions.at(-1);
  if (!current) return refuse('not-found', `There is no study ${studyId}`);
  return ok({
    studyId,
    standing,
    log,
    versions,
    current: standing.state === 'draft' ? (versions.at(-1) ?? current) : current,
  });
}

async function loadVersions(tx: Tx, studyId: string): Promise<readonly PlanVersion[]> {
  const rows = await tx.q
    .selectFrom('study_version as v')
    .leftJoin('staff_user as w', 'w.id', 'v.written_by')
    .leftJoin('staff_user as s', 's.id', 'v.signed_by')
    .select([
      'v.plan',
      'v.written_on',
      'v.written_by',
      'v.signed_on',
      'v.signed_by',
      'v.signature',
      'v.edit',
      'w.name as writer',
      's.name as signer',
    ])
    .where('v.study_id', '=', studyId)
    .orderBy('v.written_on')
    .orderBy('v.version')
    .execute();
  return rows.map((row) => ({
    plan: parsePlan(row.plan, row.signature),
    writtenOn: row.written_on,
    writtenBy: row.writer ?? row.written_by,
    signedOn: row.signed_on,
    signedBy: row.signer ?? row.signed_by,
    signature: row.signature,
    edit: row.edit,
  }));
}

async function loadLog(tx: Tx, studyId: string): Promise<readonly LoggedStep[]> {
  const rows = await tx.q
    .selectFrom('study_event as e')
    .leftJoin('staff_user as u', 'u.id', 'e.by_user')
    .select(['e.seq', 'e.day', 'e.event', 'e.by_user', 'u.name'])
    .where('e.study_id', '=', studyId)
    .orderBy('e.seq')
    .execute();
  return rows.map(({ seq, day, event, by_user, name }) => ({
    seq,
    day,
    by: name ?? by_user,
    step: stepSchema.parse(event),
  }));
}

/** Approvals and team of a study, for core/studies/missing.ts. */
export async function loadInPlace(tx: Tx, plan: StudyPlan): Promise<InPlace> {
  const members = await tx.q
    .selectFrom('study_member as m')
    .innerJoin('staff_user as u', 'u.id', 'm.user_id')
    .select(['m.user_id', 'm.role', 'm.from_day', 'm.until_day', 'u.centre_id'])
    .where('m.study_id', '=', plan.id)
    .execute();
  return {
    plan,
    today: tx.today,
    approvals: await loadApprovals(tx, plan.id),
    members: members.map(
      (row): Member => ({
        userId: row.user_id,
        role: row.role,
        centreId: row.centre_id,
        from: row.from_day,
        until: row.until_day,
      }),
    ),
  };
}

/** The register of a study's approvals and agreements, for core/studies/missing.ts. */
export async function loadApprovals(tx: Tx, studyId: string): Promise<readonly Approval[]> {
  const rows = await tx.q
    .selectFrom('study_approval')
    .select(['kind', 'centre_id', 'valid_from', 'valid_until', 'withdrawn_on', 'document_id'])
    .where('study_id', '=', studyId)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    centreId: row.centre_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    withdrawnOn: row.withdrawn_on,
    hasDocument: row.document_id !== null,
  }));
}
