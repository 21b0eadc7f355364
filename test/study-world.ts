/** An invented study on the way to be opened, through its own use cases. */
import type { Actor } from '#core/people/access';
import type { StudyStep } from '#core/studies/steps';
import type { StudyPlan } from '#core/studies/study';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { nameMember } from '#server/studies/name-member';
import { recordApproval } from '#server/studies/record-approval';
import { takeStep } from '#server/studies/take-step';
import { writePlan } from '#server/studies/write-plan';
import { CENTRE, reader, staff, TODAY } from './reading-world.ts';

/** Writes the plan, its national approvals and its team, and goes as far as approved. */
export async function foundStudy(db: Database, plan: StudyPlan): Promise<void> {
  const office = staff('office');
  await db.kysely
    .insertInto('staff_user')
    .values([
      { id: 'office-1', name: 'Kontoret', role: 'office' },
      { id: 'researcher-1', name: 'Forskeren', role: 'researcher' },
    ])
    .onConflict((c) => c.doNothing())
    .execute();
  await expectOk(inTransaction(db, office, (tx) => writePlan(tx, plan)));
  await step(db, office, plan.id, { kind: 'set-up', version: plan.version });
  for (const kind of ['ethics', 'privacy', 'data-processor'] as const) await approve(db, plan, kind, null);
  const team = [
    [reader(1).userId, 'principal-investigator'],
    ['researcher-1', 'unblinded-statistician'],
    [reader(1).userId, 'site-investigator'],
  ] as const;
  for (const [userId, role] of team)
    await expectOk(inTransaction(db, office, (tx) => nameMember(tx, { studyId: plan.id, userId, role })));
  await step(db, office, plan.id, { kind: 'approved' });
}

/** Opens a site, once its privacy officer has approved. */
export async function openSite(db: Database, plan: StudyPlan, centreId: string = CENTRE): Promise<void> {
  await approve(db, plan, 'centre-privacy-officer', centreId);
  await step(db, staff('office'), plan.id, { kind: 'site-opened', centreId });
}

export async function step(db: Database, actor: Actor, studyId: string, next: StudyStep): Promise<void> {
  const { seen } = await db.kysely
    .selectFrom('study_event')
    .select((e) => e.fn.coalesce(e.fn.max('seq'), e.lit(0)).as('seen'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  await expectOk(inTransaction(db, actor, (tx) => takeStep(tx, { studyId, seen, step: next })));
}

async function approve(
  db: Database,
  plan: StudyPlan,
  kind: Parameters<typeof recordApproval>[1]['kind'],
  centreId: string | null,
): Promise<void> {
  const approval = {
    studyId: plan.id,
    kind,
    centreId,
    reference: `Prøve ${kind}`,
    decidedOn: TODAY,
    validFrom: TODAY,
    validUntil: null,
    file: { fileName: `${kind}.pdf`, content: Buffer.from('%PDF-1.4 invented').toString('base64') },
  };
  await expectOk(inTransaction(db, staff('office'), (tx) => recordApproval(tx, approval)));
}

async function expectOk(result: Promise<{ readonly ok: boolean; readonly refusal?: { readonly what: string } }>) {
  const done = await result;
  if (!done.ok) throw new Error(done.refusal?.what);
}
