import {
  examinationForm,
  listUnits,
  recallOnSymptoms as recallOnSymptomsEndpoint,
  recordExamination as recordExaminationEndpoint,
  recordNotScreened,
  symptomList,
  unitDay as unitDayEndpoint,
} from '#contracts/examination';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { recordAttendedNotScreened } from './attended-not-screened.ts';
import { loadExaminationForm } from './examination-form.ts';
import { recallOnSymptoms } from './recall-on-symptoms.ts';
import { recordExamination } from './record-examination.ts';
import { listSymptoms } from './symptoms.ts';
import { unitDay, unitList } from './unit-day.ts';

export const routes: readonly Route[] = [
  route(listUnits, ({ db, actor }) => inTransaction(db, actor, unitList)),
  route(unitDayEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => unitDay(tx, input))),
  route(examinationForm, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadExaminationForm(tx, input))),
  route(recordExaminationEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordExamination(tx, input)),
  ),
  route(recordNotScreened, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordAttendedNotScreened(tx, input)),
  ),
  route(symptomList, ({ db, actor }) => inTransaction(db, actor, listSymptoms)),
  route(recallOnSymptomsEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recallOnSymptoms(tx, input)),
  ),
];
