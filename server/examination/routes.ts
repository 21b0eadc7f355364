import {
  drawBeforeImages as drawBeforeImagesEndpoint,
  examinationForm,
  listUnits,
  recallOnSymptoms as recallOnSymptomsEndpoint,
  recordExamination as recordExaminationEndpoint,
  recordNotScreened,
  symptomList,
  unitDay as unitDayEndpoint,
} from '#contracts/examination';
import * as entries from '#contracts/examination-entries';
import * as quality from '#contracts/image-quality';
import { ok, refuse } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { drawBeforeImages } from '#server/studies/draw-before-images';
import { recordAttendedNotScreened } from './attended-not-screened.ts';
import { drawSample } from './draw-sample.ts';
import { loadExaminationForm } from './examination-form.ts';
import { gradeImages } from './grade-images.ts';
import { listEntries } from './list-entries.ts';
import { listSamples } from './list-samples.ts';
import { nextAudit } from './next-audit.ts';
import { takeListAlong } from './offline-list.ts';
import { ownImages } from './own-images.ts';
import type { DayEntry } from './perform-entry.ts';
import { recallOnSymptoms } from './recall-on-symptoms.ts';
import { recordExamination } from './record-examination.ts';
import { settleEntry } from './settle-entry.ts';
import { listSymptoms } from './symptoms.ts';
import { takeEntry } from './take-entry.ts';
import { undoNotAttended } from './undo-not-attended.ts';
import { unitDay, unitList } from './unit-day.ts';

export const routes: readonly Route[] = [
  route(listUnits, ({ db, actor }) => inTransaction(db, actor, unitList)),
  route(unitDayEndpoint, ({ db, actor }, input) => inTransaction(db, actor, (tx) => unitDay(tx, input))),
  route(examinationForm, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadExaminationForm(tx, input))),
  route(drawBeforeImagesEndpoint, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => drawBeforeImages(tx, input)),
  ),
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
  route(entries.offlineList, ({ db, actor }, input) => inTransaction(db, actor, (tx) => takeListAlong(tx, input))),
  route(entries.sendEntries, async (request, input) => ({ results: await takeAll(request, input.entries) })),
  route(entries.entryList, ({ db, actor }) => inTransaction(db, actor, listEntries)),
  route(entries.settleEntry, ({ db, actor }, input) => inTransaction(db, actor, (tx) => settleEntry(tx, input))),
  route(entries.undoNotAttended, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => undoNotAttended(tx, input)),
  ),
  route(quality.imageSamples, ({ db, actor }) => inTransaction(db, actor, listSamples)),
  route(quality.drawImageSample, ({ db, actor }, input) => {
    const [centreId] = actor.centres === 'all' ? [] : actor.centres;
    if (!centreId) return Promise.resolve(refuse('no-centre', 'A sample is drawn at a breast centre'));
    return inTransaction(db, actor, (tx) => drawSample(tx, { ...input, centreId }));
  }),
  route(quality.nextAudit, ({ db, actor }, input) => inTransaction(db, actor, (tx) => nextAudit(tx, input))),
  route(quality.gradeImages, ({ db, actor }, input) =>
    inTransaction(db, actor, async (tx) => {
      const graded = await gradeImages(tx, input);
      return graded.ok ? ok({ images: [...graded.value.images] }) : graded;
    }),
  ),
  route(quality.ownImages, ({ db, actor }) => inTransaction(db, actor, ownImages)),
];

/** Each entry in a transaction of its own: one that is refused stays with the sender and holds no other back. */
async function takeAll({ db, actor }: Request, all: readonly DayEntry[]) {
  const results = [];
  for (const entry of all) {
    const taken = await inTransaction(db, actor, (tx) => takeEntry(tx, entry));
    results.push(
      taken.ok
        ? { ...taken.value, refusal: null }
        : { entryId: entry.entryId, state: 'refused' as const, conflict: null, refusal: taken.refusal.code },
    );
  }
  return results;
}
