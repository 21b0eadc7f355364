import * as contracts from '#contracts/study-monitoring';
import * as safety from '#contracts/study-safety';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { showBoardReport } from './board-report.ts';
import { dataCutFile, listDataCuts } from './data-cuts.ts';
import { showDryRuns, startDryRun } from './dry-runs.ts';
import { listMonitored } from './list-monitored.ts';
import { makeDataCut } from './make-data-cut.ts';
import { recordDeviation } from './record-deviation.ts';
import { renderSafetyReport } from './render-safety-report.ts';
import { keptReport, makeSafetyReport, showSafety } from './safety-report.ts';
import { showConsort } from './show-consort.ts';
import { showRecruitment } from './show-recruitment.ts';
import { showReveals } from './show-reveals.ts';

export const monitoringRoutes: readonly Route[] = [
  route(contracts.listMonitored, ({ db, actor }) => listMonitored(db, actor)),
  route(contracts.showConsort, ({ db, actor }, input) => showConsort(db, actor, input)),
  route(contracts.showRecruitment, ({ db, actor }, { studyId }) => showRecruitment(db, actor, studyId)),
  route(safety.showSafety, ({ db, actor }, { studyId }) => showSafety(db, actor, studyId)),
  route(safety.showBoardReport, ({ db, actor }, input) => showBoardReport(db, actor, input)),
  route(contracts.showReveals, ({ db, actor }, { studyId }) => showReveals(db, actor, studyId)),
  route(safety.makeSafetyReport, ({ db, actor }, { studyId }) => makeSafetyReport(db, actor, studyId)),
  route(safety.safetyReportFile, async ({ db, actor }, { language, ...asked }) => {
    const kept = await keptReport(db, actor, asked);
    return kept.ok ? renderSafetyReport(kept.value, asked.number, language) : kept;
  }),
  route(contracts.recordDeviation, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordDeviation(tx, input)),
  ),
  route(contracts.listDataCuts, ({ db, actor }, { studyId }) => listDataCuts(db, actor, studyId)),
  route(contracts.makeDataCut, ({ db, actor, config }, input) => makeDataCut(db, config, actor, input)),
  route(contracts.dataCutFile, ({ db, actor }, input) => dataCutFile(db, actor, input)),
  route(contracts.showDryRuns, ({ db, actor }, { studyId }) => showDryRuns(db, actor, studyId)),
  route(contracts.startDryRun, ({ db, actor }, input) => startDryRun(db, actor, input)),
];
