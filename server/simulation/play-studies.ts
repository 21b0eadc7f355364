import { createHash } from 'node:crypto';
import { addDays, type Day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { random } from '#core/kernel/random';
import type { Actor } from '#core/people/access';
import type { StudyStep } from '#core/studies/steps';
import { type ApprovalKind, approvalKinds, type StudyPlan } from '#core/studies/study';
import { demoComingTrial } from '#programmes/studies/demo-coming-trial';
import { demoConsentShare, demoTrial, demoTrialSites } from '#programmes/studies/demo-trial';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { beginPlan } from '#server/studies/begin-plan';
import { nameMember } from '#server/studies/name-member';
import { recordApproval } from '#server/studies/record-approval';
import { recordConsent } from '#server/studies/record-consent';
import { studiesOfWoman } from '#server/studies/studies-of-woman';
import { takeStep } from '#server/studies/take-step';
import { writePlan } from '#server/studies/write-plan';
import { readDemo } from './demo.ts';
import { demoApproval } from './demo-approval.ts';
import type { Play } from './play.ts';

const office: Actor = { userId: 'PK-1', name: 'PK-1', role: 'office', centres: 'all' };

type Must = <T>(work: (tx: Tx) => Promise<Result<T>>) => Promise<T>;

/**
 * The demo's two studies, through the doors that any study uses: one approved and open at its first sites, one that still
 * lacks its approvals. Done once; found done, it changes nothing.
 */
export async function playStudies(db: Database): Promise<void> {
  const { rows } = await db.pool.query<{ today: Day; done: boolean }>(
    'select today, exists (select from study) as done from programme_clock where today is not null',
  );
  const demo = await readDemo(db);
  const [row] = rows;
  if (!row || row.done || !demo) return;
  const centres = await db.kysely.selectFrom('centre').select('id').execute();
  const known = centres.map(({ id }) => id);
  const must: Must = (work) => inTransaction(db, office, work).then(value);
  const trial = demoTrial(row.today, known);
  await must((tx) => writePlan(tx, demoComingTrial(row.today, known)));
  // Somebody is still writing on it.
  await must((tx) => beginPlan(tx, { studyId: 'demo-coming', anew: false }));
  await must((tx) => writePlan(tx, trial));
  await approve(must, trial, row.today, demo.seed);
  await openDue(db, row.today);
}

/** Signed, approved, and with a team; the sites that are to open have their privacy officer's word, the others wait for it. */
async function approve(must: Must, plan: StudyPlan, today: Day, seed: number): Promise<void> {
  const studyId = plan.id;
  const step = (seen: number, next: StudyStep) =>
    must((tx) =>
      takeStep(tx, { studyId, seen, step: next }, () => createHash('sha256').update(`${studyId} ${seed}`).digest()),
    );
  const approval = (kind: ApprovalKind, centreId: string | null) => {
    const reference = `Demo ${['ethics', 'privacy', 'data-processor'].indexOf(kind) + 1 || centreId}`;
    return {
      studyId,
      kind,
      centreId,
      reference,
      decidedOn: addDays(today, -30),
      validFrom: addDays(today, -30),
      validUntil: centreId === null ? addDays(today, 1500) : null,
      file: demoApproval(kind, reference),
    };
  };
  await step(0, { kind: 'set-up', version: plan.version });
  for (const kind of approvalKinds)
    if (kind !== 'centre-privacy-officer') await must((tx) => recordApproval(tx, approval(kind, null)));
  const opening = plan.sites.filter((site) => demoTrialSites[site] != null);
  for (const site of opening) await must((tx) => recordApproval(tx, approval('centre-privacy-officer', site)));
  await must((tx) => nameMember(tx, { studyId, userId: 'F-1', role: 'unblinded-statistician' }));
  await must((tx) => nameMember(tx, { studyId, userId: 'PK-2', role: 'monitor' }));
  const [lead = 'C06'] = opening;
  await must((tx) => nameMember(tx, { studyId, userId: `L-${lead}-1`, role: 'principal-investigator' }));
  for (const site of opening)
    await must((tx) => nameMember(tx, { studyId, userId: `L-${site}-1`, role: 'site-investigator' }));
  await step(1, { kind: 'approved' });
}

/** In the morning: the sites whose day has come are opened. */
export async function playStudySites({ db, today }: Pick<Play, 'db' | 'today'>): Promise<void> {
  await openDue(db, today);
}

async function openDue(db: Database, today: Day): Promise<void> {
  const { rows } = await db.pool.query<{ created: Day; state: string; seen: number; opened: string[] }>(
    `select s.created_on as created, s.state, (select coalesce(max(seq), 0) from study_event e where e.study_id = s.study_id) as seen,
       array(select centre_id from study_site t where t.study_id = s.study_id) as opened
     from study s where s.study_id = 'demo-trial'`,
  );
  const [study] = rows;
  if (!study || !['approved', 'open'].includes(study.state)) return;
  let { seen } = study;
  const { rows: centres } = await db.pool.query<{ id: string }>('select id from centre');
  for (const [centreId, after] of Object.entries(demoTrialSites)) {
    const due = after !== null && addDays(study.created, after) <= today && centres.some(({ id }) => id === centreId);
    if (!due || study.opened.includes(centreId)) continue;
    const step = { studyId: 'demo-trial', seen, step: { kind: 'site-opened', centreId } } as const;
    // Somebody at the screen may have paused or changed something: then it is theirs to open.
    const taken = await inTransaction(db, office, (tx) => takeStep(tx, step));
    if (!taken.ok) return;
    seen = taken.value.seq;
  }
}

/** The centres where women are asked about a study today. */
export async function centresAsking(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select distinct t.centre_id as id from study_site t join study s using (study_id) where t.state = 'open' and s.state = 'open'`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** A woman who has come is asked about the studies that she may be in, and answers on paper or says no. */
export async function answerStudies(
  tx: Tx,
  woman: { readonly personId: string; readonly identityNumber: string },
): Promise<Result<unknown>> {
  const found = await studiesOfWoman(tx, woman);
  if (!found.ok) return found;
  for (const { studyId, ask, form } of found.value.studies) {
    if (!ask || !form) continue;
    const agrees = random('study consent', woman.identityNumber, studyId).next() < demoConsentShare;
    const recorded = await recordConsent(tx, {
      personId: woman.personId,
      studyId,
      answer: agrees
        ? { answer: 'agrees', how: 'paper', formVersion: form.version, language: form.languages[0] ?? 'nb' }
        : { answer: 'declines', how: 'verbal' },
    });
    if (!recorded.ok) return recorded;
  }
  return found;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's studies: ${result.refusal.what}`);
  return result.value;
}
