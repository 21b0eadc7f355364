import * as contract from '#contracts/assessment';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { loadAssessmentDay } from './assessment-day.ts';
import { bookAssessment } from './book-assessment.ts';
import { bookRecalls } from './book-recalls.ts';
import { cancelAssessment, moveAssessment, recordAssessmentNotAttended } from './change-assessment.ts';
import { closeWithoutAssessment } from './close-without-assessment.ts';
import { readTimes } from './load-times.ts';
import { loadWorksheet } from './load-worksheet.ts';
import { listRecallsToBook } from './recalls-to-book.ts';
import { recordAssessment } from './record-assessment.ts';
import { recordPathology } from './record-pathology.ts';
import { recordTreatment } from './record-treatment.ts';
import { listResultsOutstanding } from './results-outstanding.ts';

/** How many free times the page offers at once. */
const OFFERED = 40;

export const routes: readonly Route[] = [
  route(contract.recallsToBook, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => listRecallsToBook(tx, input)),
  ),
  route(contract.freeTimes, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => ({ times: [...(await readTimes(tx, input.centreId)).free(OFFERED)] })),
  ),
  route(contract.bookAssessment, ({ db, actor }, input) => inTransaction(db, actor, (tx) => bookAssessment(tx, input))),
  route(contract.bookAllRecalls, ({ db, actor }) => inTransaction(db, actor, bookRecalls)),
  route(contract.moveAssessment, ({ db, actor }, input) => inTransaction(db, actor, (tx) => moveAssessment(tx, input))),
  route(contract.cancelAssessment, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => cancelAssessment(tx, input)),
  ),
  route(contract.assessmentNotAttended, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordAssessmentNotAttended(tx, input)),
  ),
  route(contract.closeWithoutAssessment, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => {
      const closed = await closeWithoutAssessment(tx, input);
      if (!closed.ok) return closed;
      const { outcome } = closed.value;
      return outcome === null ? refuse('not-now', 'The episode is still open') : ok({ outcome });
    }),
  ),
  route(contract.assessmentDay, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => loadAssessmentDay(tx, input)),
  ),
  route(contract.worksheet, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadWorksheet(tx, input))),
  route(contract.recordAssessment, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordAssessment(tx, input)),
  ),
  route(contract.recordPathology, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordPathology(tx, input)),
  ),
  route(contract.recordTreatment, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => recordTreatment(tx, input)),
  ),
  route(contract.resultsOutstanding, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => listResultsOutstanding(tx, input)),
  ),
];
