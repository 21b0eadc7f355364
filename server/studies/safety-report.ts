import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showSafety as contract } from '#contracts/study-safety';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { type ArmCount, imbalanceOf, largestImbalance } from '#core/studies/balance';
import { armSafety, compare, primaryStanding, safetyMeasures } from '#core/studies/safety';
import { guidanceOf } from '#core/studies/stopping';
import { armsOf } from '#core/studies/study';
import type { Look } from '#core/statistics/group-sequential';
import { guidanceRules } from '#programmes/breast-no/study-monitoring';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { canonicalJson } from '#server/audit/chain';
import { type KeptContent, keptContent, keptReports } from './kept-reports.ts';
import { headOf, type Monitored, withArms } from './monitored.ts';
import { siteNames } from './site-names.ts';
import { trialRows } from './trial-rows.ts';

export type SafetyShown = OutputOf<typeof contract>;

/** What the board would be shown now. Refuses `not-found`, `not-unblinded`. */
export function showSafety(db: Database, actor: Actor, studyId: string): Promise<SafetyShown | Result<never>> {
  return withArms(db, actor, { studyId, what: 'safety' }, safetyNow);
}

/** Keeps the report as it stands: from then on it is a look that the next boundary is reckoned from. Refuses as showSafety, and `nothing-new`. */
export function makeSafetyReport(
  db: Database,
  actor: Actor,
  studyId: string,
): Promise<Result<{ readonly number: number; readonly sha256: string }>> {
  return withArms(db, actor, { studyId, what: 'safety report' }, async (tx, may) => {
    const { reports, ...content } = await safetyNow(tx, may);
    const information = Math.max(0, ...content.standing.map((one) => one.information));
    const last = reports.at(-1);
    if (last && information <= last.information)
      return refuse('nothing-new', `Report ${last.number} has the same information: nobody has been read since`);
    const text = canonicalJson(content);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const number = (last?.number ?? 0) + 1;
    const row = { study_id: studyId, number, version: content.head.version, data_day: tx.today, information, sha256 };
    await tx.q
      .insertInto('study_safety_report')
      .values({ ...row, content: text, made_by: actor.userId })
      .execute();
    tx.record('study.safety-report', null, { study: studyId, number, sha256, for: actor.userId });
    return ok({ number, sha256 });
  });
}

/** A kept report as it was, or as the board's charter lets it be read. Refuses `not-found`, `not-unblinded`. */
export function keptReport(
  db: Database,
  actor: Actor,
  { studyId, number }: { readonly studyId: string; readonly number: number },
): Promise<Result<{ readonly content: KeptContent; readonly sha256: string }>> {
  return withArms(db, actor, { studyId, what: `safety report ${number}`, board: true }, async (tx, may) => {
    const kept = await keptContent(tx, may, number);
    return kept ? ok(kept) : refuse('not-found', `There is no report ${number}`);
  });
}

async function safetyNow(tx: Tx, may: Monitored): Promise<SafetyShown> {
  const { plan } = may.study.current;
  const all = (await trialRows(tx, may)).filter((row) => row.first);
  const named = armsOf(plan);
  const arms = named.map(({ arm }) => armSafety(arm, all));
  const control = arms.find(({ arm }) => arm === plan.control) ?? armSafety(plan.control, []);
  const others = arms.filter(({ arm }) => arm !== plan.control);
  const reports = await keptReports(tx, may.study.studyId);
  const weight = (name: string) => named.find(({ arm }) => arm === name)?.weight ?? 0;
  const allWeights = named.reduce((sum, one) => sum + one.weight, 0);
  // Of three arms only two are compared: their part of the whole number is all the information there will be.
  const planned = (arm: string) => ({
    total: (plan.recruitment.total * (weight(arm) + weight(plan.control))) / allWeights,
    earlier: reports.map(({ information }) => information),
  });
  const { method } = plan.allocation;
  return {
    head: headOf(may),
    dataDay: tx.today,
    total: plan.recruitment.total,
    armNames: plan.armNames,
    plan: { ...plan.analysis, margin: plan.analysis.margin ?? null },
    arms: arms.map((arm) => ({ ...arm, control: arm.arm === plan.control })),
    comparisons: others.flatMap((arm) => safetyMeasures.map((measure) => compare(measure, arm, control))),
    standing: others.map((arm) => {
      const standing = primaryStanding(plan.analysis, arm, control, planned(arm.arm));
      const { planned: looks, taken, now } = standing;
      return { ...standing, planned: looks.map(finite), taken: taken.map(finite), now: now && finite(now) };
    }),
    guidance: guidanceRules.map((rule) => {
      const { rule: _, ...found } = guidanceOf(rule, all, plan.control);
      return { id: rule.id, words: rule.words, limit: rule.limit, ...found };
    }),
    balance: await byStratum(tx, may),
    centres: await siteNames(tx, plan.sites),
    largestImbalance: method === 'blocks' ? largestImbalance(plan.allocation, named) : null,
    reports,
  };
}

/** A boundary that cannot be reached is none. */
const finite = (look: Look) => ({ ...look, z: Number.isFinite(look.z) ? look.z : null });

async function byStratum(tx: Tx, { study }: Monitored): Promise<SafetyShown['balance']> {
  const { rows } = await sql<ArmCount>`
    select stratum, arm, count(*)::int as count from study_draw where study_id = ${study.studyId} group by 1, 2 order by 1, 2`.execute(
    tx.q,
  );
  const arms = armsOf(study.current.plan);
  return [...new Set(rows.map(({ stratum }) => stratum))].map((stratum) => {
    const own = rows.filter((row) => row.stratum === stratum);
    const counts = Object.fromEntries(arms.map(({ arm }) => [arm, own.find((row) => row.arm === arm)?.count ?? 0]));
    return { stratum, counts, off: imbalanceOf(own, arms) };
  });
}
