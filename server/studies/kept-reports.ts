import type { OutputOf } from '#contracts/endpoint';
import { safetyContent, type showBoardReport, type showSafety } from '#contracts/study-safety';
import { pooled } from '#core/studies/board-report';
import type { Tx } from '#server/db/transaction';
import { studyMonitoring as en } from '#web/text/en/study-monitoring';
import { studyMonitoring as nb } from '#web/text/nb/study-monitoring';
import { studyMonitoring as nn } from '#web/text/nn/study-monitoring';
import { headOf, type Monitored } from './monitored.ts';

export type KeptContent = NonNullable<OutputOf<typeof showBoardReport>['report']>;

/** The reports that have been made, the oldest first. */
export async function keptReports(tx: Tx, studyId: string): Promise<OutputOf<typeof showSafety>['reports']> {
  const rows = await tx.q
    .selectFrom('study_safety_report as r')
    .leftJoin('staff_user as u', 'u.id', 'r.made_by')
    .select(['r.number', 'r.data_day', 'r.information', 'r.sha256', 'r.made_at', 'r.made_by', 'u.name'])
    .where('r.study_id', '=', studyId)
    .orderBy('r.number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    dataDay: row.data_day,
    information: row.information,
    sha256: row.sha256,
    by: row.name ?? row.made_by,
    at: row.made_at.toISOString(),
  }));
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
