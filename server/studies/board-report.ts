import type { OutputOf } from '#contracts/endpoint';
import type { showBoardReport as contract } from '#contracts/study-safety';
import { type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { keptContent, keptReports } from './kept-reports.ts';
import { headOf, withArms } from './monitored.ts';

type Shown = OutputOf<typeof contract>;

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
