import type { OutputOf } from '#contracts/endpoint';
import { safetyContent, type showBoardReport as contract } from '#contracts/study-safety';
import { type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { pooled } from '#core/studies/board-report';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { studyMonitoring as en } from '#web/text/en/study-monitoring';
import { studyMonitoring as nb } from '#web/text/nb/study-monitoring';
import { studyMonitoring as nn } from '#web/text/nn/study-monitoring';
import { headOf, type Monitored, withArms } from './monitored.ts';
import { keptReports } from './safety-report.ts';

type Shown = OutputOf<typeof contract>;
export type KeptContent = NonNullable<Shown['report']>;

/**
 * The reports that have been made for the safety board, and one of them (the newest, when none is named), as the charter lets the
 * board read it. Only what has been made: what stands now is a look, which is the statistician's to take. Refuses `not-found`,
 * `no-role`, `not-unblinded`.
 */
export function showBoardReport(
  db: Database,
  actor: Actor,
  { studyId, number: asked }: { readonly studyId: string; readonly number?: number | undefined },
): Promise<Shown | Result<never>> {
  return withArms(db, actor, { studyId, what: 'board report', board: true }, async (tx, may) => {
    const reports = await keptReports(tx, studyId);
    const number = asked ?? reports.at(-1)?.number ?? null;
    const kept = number === null ? null : await keptContent(tx, may, number);
    if (asked !== undefined && !kept) return refuse('not-found', `There is no report ${asked}`);
    return { head: headOf(may), sees: may.sight.board ?? 'pooled', reports, number, report: kept?.content ?? null };
  });
}

/** A kept report as the one who asks may read it; undefined when there is none. */
export async function keptContent(
  tx: Tx,
  may: Monitored,
  number: number,
): Promise<{ readonly content: KeptContent; readonly sha256: string } | undefined> {
  const row = await tx.q
    .selectFrom('study_safety_report')
    .select(['content', 'sha256'])
    .where('study_id', '=', may.study.studyId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const stored = row.content as { readonly head: object };
  const content = safetyContent
    .omit({ reports: true })
    .parse({ ...stored, head: { ...headOf(may), ...stored.head, mayArms: may.sight.arms } });
  return { content: may.sight.board === 'by-arm' ? content : together(content), sha256: row.sha256 };
}

/** Without anything that tells the arms apart. */
function together(content: KeptContent): KeptContent {
  const whole = pooled(content.arms, 'all').map((arm) => ({ ...arm, control: false }));
  return {
    ...content,
    armNames: { all: { nb: nb.all, nn: nn.all, en: en.all } },
    arms: whole.map((arm) => ({
      ...arm,
      counts: arm.counts as KeptContent['arms'][number]['counts'],
      screenDetected: { ...arm.screenDetected },
      interval: { ...arm.interval },
    })),
    comparisons: [],
    standing: [],
    guidance: [],
    balance: [],
    centres: {},
    largestImbalance: null,
  };
}
