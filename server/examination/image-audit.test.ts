import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingToReport } from '#core/examination/interview';
import { allTaken, type ViewReport, views } from '#core/examination/views';
import type { Result } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { clinicDay, invitedWoman, makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { drawSample } from './draw-sample.ts';
import { gradeImages } from './grade-images.ts';
import { listSamples } from './list-samples.ts';
import { nextAudit } from './next-audit.ts';
import { ownImages } from './own-images.ts';
import { recordExamination } from './record-examination.ts';

let db: TestDatabase;
const ragna = staff('radiographer', 'C06', 'R-C06-1');
const rut = staff('radiographer', 'C06', 'R-C06-2');
const stranger = staff('radiographer', 'C07', 'R-C07-1');

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  for (const radiographer of [ragna, rut]) {
    for (let i = 0; i < 6; i++) {
      const woman = await invitedWoman(db);
      const views = allTaken([]).map(
        (view): ViewReport =>
          view.taken && view.view === 'LCC' && i % 2 === 0
            ? {
                ...view,
                retakes: 1,
                retakeReasons: ['positioning'],
                deviations: [{ criterion: 'symmetry', degree: 'minor' }],
              }
            : view,
      );
      const report = { ...woman, modality: 'DM' as const, interview: nothingToReport, views, cannotBeBetter: false };
      await inTransaction(db, radiographer, (tx) => recordExamination(tx, report));
    }
  }
});
afterAll(() => db.drop());

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const draw = async (each: number) => {
  const drawn = await inTransaction(db, ragna, (tx) =>
    drawSample(tx, { centreId: 'C06', from: clinicDay, to: clinicDay, each }),
  );
  if (!drawn.ok) throw new Error(drawn.refusal.what);
  return drawn.value;
};
const nextFor = async (actor: typeof ragna, sampleId: string) => {
  const next = await inTransaction(db, actor, (tx) => nextAudit(tx, { sampleId }));
  if (!next.ok) throw new Error(next.refusal.what);
  return next.value;
};
const perfect = views.map((view) => ({ view, deviations: [] }));

describe('peer audit of image quality', () => {
  it('gives each grader what is not her own, blind, once; agreement follows', async () => {
    const { sampleId, cases } = await draw(4);
    expect(cases).toBe(8);
    const first = await nextFor(ragna, sampleId);
    expect(first.left).toBe(4);
    expect(JSON.stringify(first)).not.toMatch(/R-C06|radiographer|"quality"/);
    const { rows } = await db.pool.query(
      'select person_id, examination_id from image_sample_case where sample_id = $1 and radiographer = $2',
      [sampleId, ragna.userId],
    );
    const own = { sampleId, personId: rows[0].person_id, examinationId: rows[0].examination_id, views: perfect };
    expect(codeOf(await inTransaction(db, ragna, (tx) => gradeImages(tx, own)))).toBe('own-images');
    for (let next = first.next; next; next = (await nextFor(ragna, sampleId)).next) {
      const grades = { sampleId, ...next, views: perfect };
      const graded = await inTransaction(db, ragna, (tx) => gradeImages(tx, grades));
      expect(graded.ok && graded.value.images.map((image) => image.audit)).toEqual(['P', 'P', 'P', 'P']);
      expect(codeOf(await inTransaction(db, ragna, (tx) => gradeImages(tx, grades)))).toBe('already-graded');
    }
    const [sample] = (await inTransaction(db, rut, listSamples)).samples;
    expect(sample).toMatchObject({ cases: 8, graded: 4, mine: 4, agreement: { pairs: 16 } });
    const figures = (await inTransaction(db, rut, ownImages)).own;
    expect(figures).toMatchObject({
      examinations: 6,
      graded: 24,
      grades: { P: { events: 21 }, A: { events: 3 }, I: { events: 0, enough: false } },
      retake: { events: 3, of: 24 },
      technicalRecall: { events: 0, of: 6 },
      agreement: { pairs: 16 },
    });
    expect((await inTransaction(db, ragna, ownImages)).own.agreement.pairs).toBe(0);
    expect((await inTransaction(db, ragna, ownImages)).centre).toMatchObject({
      examinations: 12,
      agreement: { pairs: 16 },
    });
  });

  it('refuses views that were not taken and criteria of another view; another centre sees nothing', async () => {
    const { sampleId } = await draw(1);
    const { next } = await nextFor(rut, sampleId);
    if (!next) throw new Error('nothing to grade');
    const grade = (given: typeof perfect | { view: 'LCC'; deviations: { criterion: string; degree: 'minor' }[] }[]) =>
      inTransaction(db, rut, (tx) => gradeImages(tx, { sampleId, ...next, views: given }));
    expect(codeOf(await grade(perfect.slice(1)))).toBe('views-incomplete');
    const wrong = perfect.map((one) =>
      one.view === 'LCC'
        ? { ...one, deviations: [{ criterion: 'inframammary-angle', degree: 'minor' as const }] }
        : one,
    );
    expect(codeOf(await inTransaction(db, rut, (tx) => gradeImages(tx, { sampleId, ...next, views: wrong })))).toBe(
      'unknown-criterion',
    );
    expect(codeOf(await inTransaction(db, stranger, (tx) => nextAudit(tx, { sampleId })))).toBe('not-found');
    expect((await inTransaction(db, stranger, listSamples)).samples).toEqual([]);
  });
});
