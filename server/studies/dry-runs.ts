import { randomUUID } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { InputOf, OutputOf } from '#contracts/endpoint';
import type { showDryRuns as contract, startDryRun as start } from '#contracts/study-monitoring';
import { type Day, dayNumber } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { type DryRun, type DryRunOptions, dryRun, type DryRunProgress } from '#core/studies/dry-run';
import { sizeNeeded } from '#core/studies/size-needed';
import { armsOf, type StudyPlan } from '#core/studies/study';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { headOf, monitored } from './monitored.ts';

type Shown = OutputOf<typeof contract>;

/** Milliseconds of work before others get their turn, and between two notes of how far it has come. */
const TURN = 20;
const NOTE = 500;
/** A run that has given no sign for so long has ended with the server that ran it. */
const SILENT = 60_000;

/** Runs a dry run to its end, giving way to everything else every few milliseconds. */
export async function driveDryRun(
  plan: StudyPlan,
  options: DryRunOptions,
  onProgress: (progress: DryRunProgress) => unknown,
): Promise<DryRun> {
  const run = dryRun(plan, options);
  let began = performance.now();
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN) continue;
    await onProgress(step.value);
    await pause();
    began = performance.now();
  }
}

/** Starts a dry run and answers at once. Refuses `not-found`, `not-yours`, and `running` while one of the study is under way. */
export async function startDryRun(
  db: Database,
  actor: Actor,
  { studyId, ...asked }: Required<InputOf<typeof start>>,
): Promise<Result<{ readonly runId: string }>> {
  const started = await inTransaction(db, actor, async (tx) => {
    const may = await monitored(tx, studyId);
    if (!may.ok) return may;
    if (!may.value.sight.plans) return refuse('not-yours', 'Dry runs are for those who plan the study');
    const running = await tx.q
      .selectFrom('study_dry_run')
      .select('run_id')
      .where('study_id', '=', studyId)
      .where('state', '=', 'running')
      .where('seen_at', '>', new Date(tx.at.getTime() - SILENT))
      .executeTakeFirst();
    if (running) return refuse('running', 'A dry run of this study is under way');
    const plan = may.value.study.versions.at(-1)?.plan ?? may.value.study.current.plan;
    const options = numbered(asked, tx.today);
    const runId = randomUUID();
    const row = {
      run_id: runId,
      study_id: studyId,
      version: plan.version,
      state: 'running' as const,
      asked_on: tx.today,
    };
    await tx.q
      .insertInto('study_dry_run')
      .values({ ...row, options: JSON.stringify(options), asked_by: actor.userId })
      .execute();
    tx.record('study.dry-run', null, { study: studyId, version: plan.version, ...asked });
    return ok({ runId, plan, options });
  });
  if (!started.ok) return started;
  const { runId, plan, options } = started.value;
  void carryOut(db, runId, plan, options);
  return ok({ runId });
}

function numbered(asked: Record<string, unknown>, today: Day): DryRunOptions {
  const of = (name: string) => Number(asked[name]);
  return {
    repetitions: of('repetitions'),
    women: of('women'),
    seed: of('seed'),
    consent: of('consent'),
    aiFailure: of('aiFailure'),
    on: dayNumber(today),
  };
}

async function carryOut(db: Database, runId: string, plan: StudyPlan, options: DryRunOptions): Promise<void> {
  const write = (set: Record<string, unknown>) =>
    inTransaction(db, system, (tx) =>
      tx.q
        .updateTable('study_dry_run')
        .set({ ...set, seen_at: new Date() })
        .where('run_id', '=', runId)
        .execute(),
    );
  let noted = performance.now();
  try {
    const result = await driveDryRun(plan, options, async (progress) => {
      if (performance.now() - noted < NOTE) return;
      noted = performance.now();
      await write({ progress: JSON.stringify(progress) });
    });
    await write({ state: 'done', result: JSON.stringify(result) });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    await write({ state: 'failed', progress: JSON.stringify({ what }) }).catch(() => {
      // The server is going down: the run shows as interrupted.
    });
  }
}

/** Dry runs of a study, the newest first. Refuses `not-found`. */
export function showDryRuns(db: Database, actor: Actor, studyId: string): Promise<Result<Shown>> {
  return inTransaction(db, actor, async (tx) => {
    const may = await monitored(tx, studyId);
    if (!may.ok) return may;
    const rows = await tx.q
      .selectFrom('study_dry_run as r')
      .leftJoin('staff_user as u', 'u.id', 'r.asked_by')
      .selectAll('r')
      .select('u.name')
      .where('r.study_id', '=', studyId)
      .orderBy('r.seen_at', 'desc')
      .limit(10)
      .execute();
    const plan = may.value.study.versions.at(-1)?.plan ?? may.value.study.current.plan;
    const runs = rows.map((row) => {
      const progress = row.progress as Partial<DryRunProgress>;
      const silent = row.state === 'running' && row.seen_at.getTime() < tx.at.getTime() - SILENT;
      return {
        runId: row.run_id,
        version: row.version,
        state: silent ? ('interrupted' as const) : row.state,
        phase: progress.phase ?? null,
        share: progress.of ? (progress.done ?? 0) / progress.of : 0,
        askedOn: row.asked_on,
        by: row.name ?? row.asked_by,
        result: row.result as Shown['runs'][number]['result'],
      };
    });
    return ok({ head: headOf(may.value), armNames: plan.armNames, control: plan.control, plan: planned(plan), runs });
  });
}

function planned(plan: StudyPlan): Shown['plan'] {
  const { analysis, recruitment } = plan;
  const { primary, hypothesis, alpha, power, expected } = analysis;
  const margin = analysis.margin ?? null;
  const [control, experimental, ...more] = armsOf(plan).toSorted((a) => (a.arm === plan.control ? -1 : 1));
  const known = hypothesis === 'non-inferiority' && margin !== null && more.length === 0;
  const ratio = (experimental?.weight ?? 1) / (control?.weight ?? 1);
  const size = known ? sizeNeeded({ ...analysis, total: recruitment.total, ratio }) : null;
  const formula = size?.kind === 'needed' ? size.power : null;
  return { primary, hypothesis, margin, alpha, power, total: recruitment.total, expected, formula };
}
