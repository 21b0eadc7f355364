import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showStudy as contract } from '#contracts/studies';
import { ok, type Result } from '#core/kernel/result';
import { daysBetween } from '#core/kernel/day';
import { differences } from '#core/studies/differences';
import { endingSoon } from '#core/studies/ending';
import { heldBy, heldSince, type InPlace, inForce, missingBefore } from '#core/studies/missing';
import { planFaults } from '#core/studies/plan-faults';
import { sightOf } from '#core/studies/sight';
import { siteOf, siteTransitions, type StepKind, type StudyStanding, takenBy, transitions } from '#core/studies/steps';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { approvalWarningDays } from '#programmes/breast-no/study-monitoring';
import type { Tx } from '#server/db/transaction';
import { mayPlan } from './load-draft.ts';
import { type LoadedStudy, loadInPlace, loadStudy } from './load-study.ts';
import { rolesOf } from './roles-of.ts';
import { siteNames } from './site-names.ts';

type Shown = OutputOf<typeof contract>;

/** A study as its page shows it. Refuses `not-found`. */
export async function showStudy(tx: Tx, { studyId }: { readonly studyId: string }): Promise<Result<Shown>> {
  const found = await loadStudy(tx, studyId);
  if (!found.ok) return found;
  const study = found.value;
  const { plan } = study.current;
  const place = await loadInPlace(tx, plan);
  const { state, seq, revealed } = study.standing;
  const roles = (await rolesOf(tx)).filter((one) => one.studyId === studyId).map(({ role }) => role);
  const sight = sightOf(tx.actor, roles, plan.sites, plan.board);
  const counts = sight.centres !== 'none';
  return ok({
    studyId,
    today: tx.today,
    plan,
    state,
    seq,
    revealed,
    unsigned: unsignedOf(study),
    draft: await draftOf(tx, studyId),
    mayPlan: state !== 'closed' && (await mayPlan(tx, study)),
    missing: state === 'closed' ? [] : [...missingBefore('approved', place)],
    steps: stepsFor(tx, study.standing),
    sees: { counts, arms: sight.arms, board: sight.board !== null, plans: sight.plans },
    sites: (await loadSites(tx, study, place)).map((site) => (counts ? site : { ...site, allocated: null })),
    approvals: await loadApprovals(tx, studyId),
    ending: state === 'closed' ? [] : await endingOf(tx, study, place),
    members: await loadMembers(tx, studyId),
    versions: versionsOf(study),
    log: study.log.toReversed(),
  });
}

/** Steps for the whole study that the tables allow now and the role may take; what is missing is told beside them. */
function stepsFor({ actor }: Tx, { state }: StudyStanding): string[] {
  const kinds = Object.keys(transitions) as StepKind[];
  return kinds.filter(
    (kind) =>
      !(kind in siteTransitions) && transitions[kind].from.includes(state) && takenBy[kind].includes(actor.role),
  );
}

function unsignedOf({ versions, current, standing }: LoadedStudy): Shown['unsigned'] {
  const newest = versions.findLast(({ signature }) => signature === null);
  if (!newest) return null;
  const before = standing.state === 'draft' ? undefined : current.plan;
  return {
    version: newest.plan.version,
    edit: newest.edit,
    faults: [...planFaults(newest.plan, protocolPolicy, before)],
    protocol: newest.plan.protocol,
  };
}

async function draftOf(tx: Tx, studyId: string): Promise<Shown['draft']> {
  const row = await tx.q
    .selectFrom('study_draft as d')
    .leftJoin('staff_user as u', 'u.id', 'd.written_by')
    .select(['d.written_on', 'd.written_by', 'u.name', sql<string>`d.draft ->> 'version'`.as('version')])
    .where('d.study_id', '=', studyId)
    .executeTakeFirst();
  return row ? { version: row.version, writtenOn: row.written_on, writtenBy: row.name ?? row.written_by } : null;
}

async function loadSites(tx: Tx, { studyId, standing }: LoadedStudy, place: InPlace): Promise<Shown['sites']> {
  const { plan } = place;
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'name'])
    .where('id', 'in', [...plan.sites])
    .execute();
  const since = await tx.q
    .selectFrom('study_site')
    .select(['centre_id', 'since'])
    .where('study_id', '=', studyId)
    .execute();
  const counts = await tx.q
    .selectFrom('allocation')
    .select((e) => ['centre_id', e.fn.countAll<number>().as('n')])
    .where('study_id', '=', studyId)
    .groupBy('centre_id')
    .execute();
  const siteKinds = Object.keys(siteTransitions) as (keyof typeof siteTransitions)[];
  return plan.sites.map((centreId) => {
    const state = siteOf(standing, centreId);
    const steps = siteKinds.filter(
      (kind) =>
        (siteTransitions[kind].from as readonly string[]).includes(state) &&
        transitions[kind].from.includes(standing.state) &&
        takenBy[kind].includes(tx.actor.role),
    );
    return {
      centreId,
      name: centres.find(({ id }) => id === centreId)?.name ?? centreId,
      state,
      since: since.find((row) => row.centre_id === centreId)?.since ?? null,
      missing:
        state === 'waiting' || state === 'paused'
          ? missingBefore('site-opened', place, centreId).filter((one) => one.centreId !== null)
          : state === 'open'
            ? [...heldBy(place, centreId)]
            : [],
      heldSince: state === 'open' && standing.state === 'open' ? heldSince(place, centreId) : null,
      steps,
      allocated: Number(counts.find((row) => row.centre_id === centreId)?.n ?? 0),
      planned: plan.recruitment.planned.reduce((sum, row) => sum + (row.centreId === centreId ? row.women : 0), 0),
    };
  });
}

/** What will hold the study or one of its sites before long. */
async function endingOf(tx: Tx, { standing }: LoadedStudy, place: InPlace): Promise<Shown['ending']> {
  const sites = place.plan.sites.filter((site) => siteOf(standing, site) !== 'closed');
  const names = await siteNames(tx, sites);
  const found = sites.flatMap((site) => endingSoon(place, site, approvalWarningDays));
  return found
    .filter((one, i) => found.findIndex((other) => other.what === one.what && other.centreId === one.centreId) === i)
    .map(({ what, centreId, lastDay }) => ({
      what,
      centreName: centreId === null ? null : (names[centreId] ?? centreId),
      lastDay,
      days: daysBetween(tx.today, lastDay),
    }))
    .toSorted((a, b) => a.days - b.days);
}

async function loadApprovals(tx: Tx, studyId: string): Promise<Shown['approvals']> {
  const rows = await tx.q
    .selectFrom('study_approval as a')
    .leftJoin('centre as c', 'c.id', 'a.centre_id')
    .leftJoin('study_document as d', 'd.document_id', 'a.document_id')
    .leftJoin('staff_user as u', 'u.id', 'a.recorded_by')
    .selectAll('a')
    .select(['c.name as centre', 'd.file_name', 'd.sha256', 'u.name as recorder'])
    .where('a.study_id', '=', studyId)
    .orderBy('a.decided_on', 'desc')
    .orderBy('a.approval_id')
    .execute();
  return rows.map((row) => {
    const days = { validFrom: row.valid_from, validUntil: row.valid_until };
    const begun = row.valid_from <= tx.today;
    return {
      approvalId: row.approval_id,
      kind: row.kind,
      centreId: row.centre_id,
      centreName: row.centre,
      reference: row.reference,
      decidedOn: row.decided_on,
      ...days,
      state: row.withdrawn_on ? 'withdrawn' : inForce(days, tx.today) ? 'in-force' : begun ? 'expired' : 'not-yet',
      // Another hospital's is left out by row-level security.
      document: row.file_name === null || row.sha256 === null ? null : { fileName: row.file_name, sha256: row.sha256 },
      recordedBy: row.recorder ?? row.recorded_by,
    };
  });
}

async function loadMembers(tx: Tx, studyId: string): Promise<Shown['members']> {
  const rows = await tx.q
    .selectFrom('study_member as m')
    .innerJoin('staff_user as u', 'u.id', 'm.user_id')
    .leftJoin('centre as c', 'c.id', 'u.centre_id')
    .select(['m.user_id', 'u.name', 'm.role', 'c.name as centre', 'm.from_day', 'm.until_day'])
    .where('m.study_id', '=', studyId)
    .orderBy('m.from_day')
    .orderBy('u.name')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    role: row.role,
    centreName: row.centre,
    from: row.from_day,
    until: row.until_day,
  }));
}

function versionsOf({ versions, standing }: LoadedStudy): Shown['versions'] {
  return versions
    .map((one, i) => ({
      version: one.plan.version,
      writtenOn: one.writtenOn,
      writtenBy: one.writtenBy,
      signedOn: one.signedOn,
      signedBy: one.signedBy,
      signature: one.signature,
      changes: one.plan.changes,
      differences: [...(i === 0 ? [] : differences(versions[i - 1]?.plan ?? one.plan, one.plan))],
      inUse: one.plan.version === standing.version,
    }))
    .toReversed();
}
