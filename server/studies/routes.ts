import * as contracts from '#contracts/studies';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { exportDraws } from './export-draws.ts';
import { listAllocations } from './list-allocations.ts';
import { listStaff } from './list-staff.ts';
import { listStudies } from './list-studies.ts';
import { endMember, nameMember } from './name-member.ts';
import { recordConsent } from './record-consent.ts';
import { showStudy } from './show-study.ts';
import { studiesOfWoman } from './studies-of-woman.ts';
import { takeStep } from './take-step.ts';
import { unblind } from './unblind.ts';

export const routes: readonly Route[] = [
  route(contracts.listStudies, ({ db, actor }) => inTransaction(db, actor, listStudies)),
  route(contracts.showStudy, ({ db, actor }, input) => inTransaction(db, actor, (tx) => showStudy(tx, input))),
  route(contracts.takeStudyStep, ({ db, actor }, input) => inTransaction(db, actor, (tx) => takeStep(tx, input))),
  route(contracts.nameStudyMember, ({ db, actor }, input) => inTransaction(db, actor, (tx) => nameMember(tx, input))),
  route(contracts.endStudyMember, ({ db, actor }, input) => inTransaction(db, actor, (tx) => endMember(tx, input))),
  route(contracts.studyStaff, ({ db, actor }, input) => inTransaction(db, actor, (tx) => listStaff(tx, input))),
  route(contracts.studyAllocations, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => listAllocations(tx, input)),
  ),
  route(contracts.unblindWoman, ({ db, actor }, input) => inTransaction(db, actor, (tx) => unblind(tx, input))),
  route(contracts.studyDraws, ({ db, actor }, { studyId }) => exportDraws(db, actor, studyId)),
  route(contracts.studiesOfWoman, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => studiesOfWoman(tx, input)),
  ),
  route(contracts.recordStudyConsent, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordConsent(tx, input)),
  ),
];
