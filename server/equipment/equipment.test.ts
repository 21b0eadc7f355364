import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardLuminances } from '#core/equipment/gsdf';
import { addDays } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { inTransaction } from '#server/db/transaction';
import { clinicDay, makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { pdfText } from '#test/pdf-text';
import { centreReport } from './centre-report.ts';
import { closeFollowUp } from './close-follow-up.ts';
import { listEquipment } from './list-equipment.ts';
import { noteEquipment } from './note-equipment.ts';
import { type RecordTest, recordTest } from './record-test.ts';
import { renderEquipmentReport } from './render-equipment-report.ts';
import { registerEquipment } from './register-equipment.ts';
import { showEquipment } from './show-equipment.ts';

let db: TestDatabase;
let displayId: string;
const physicist = staff('physicist', 'C06', 'FY-C06-1');
const radiographer = staff('radiographer', 'C06', 'R-C06-1');
const stranger = staff('physicist', 'C07', 'FY-C07-1');

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  const made = await inTransaction(db, physicist, (tx) =>
    registerEquipment(tx, {
      centreId: 'C06',
      kind: 'display',
      name: 'Skjerm 1 venstre',
      inUseFrom: addDays(clinicDay, -100),
    }),
  );
  if (!made.ok) throw new Error(made.refusal.what);
  displayId = made.value.equipmentId;
});
afterAll(() => db.drop());

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const good = {
  ambient: 0.2,
  levels: standardLuminances(1.4, 500.2, 18).map((level) => level - 0.2),
  corners: [400, 390, 380, 385, 395],
  darkest: 1.2,
  brightest: 500,
  'brightest-other': 490,
};
const test = (change: Partial<RecordTest> & { measured?: object } = {}, actor = physicist) =>
  inTransaction(db, actor, (tx) =>
    recordTest(tx, {
      equipmentId: displayId,
      test: 'display-luminance',
      doneOn: tx.today,
      instrument: 'Luminansmåler 1',
      note: '',
      ...change,
      measured: { ...good, ...change.measured },
    }),
  );
const shown = async () => {
  const found = await inTransaction(db, physicist, (tx) => showEquipment(tx, { equipmentId: displayId }));
  if (!found.ok) throw new Error(found.refusal.what);
  return found.value;
};
const note = async (kind: 'put-back' | 'repaired') => {
  const { version } = (await shown()).item;
  return inTransaction(db, physicist, (tx) =>
    noteEquipment(tx, { equipmentId: displayId, version, kind, note: 'lamp renewed' }),
  );
};

describe('a display through its tests', () => {
  it('has never been tested, and is due', async () => {
    const { items } = await inTransaction(db, physicist, (tx) => listEquipment(tx, {}));
    expect(items).toHaveLength(1);
    expect(items[0]?.due).toContainEqual({
      test: 'display-luminance',
      state: 'never',
      on: null,
      daysLate: 100,
      lastDone: null,
      lastResult: null,
    });
  });

  it('passes, and is due again after its days', async () => {
    expect(await test({ doneOn: addDays(clinicDay, -95) })).toMatchObject({
      ok: true,
      value: { result: 'passed', mendBy: null },
    });
    expect((await shown()).due.find((one) => one.test === 'display-luminance')).toMatchObject({
      state: 'overdue',
      daysLate: 4,
    });
  });

  it('fails on a lesser figure: stays in use, to be mended by a day; a passed test closes it', async () => {
    const failed = await test({ measured: { 'brightest-other': 440 }, doneOn: addDays(clinicDay, -2) });
    expect(failed).toMatchObject({ ok: true, value: { result: 'failed', mendBy: addDays(clinicDay, 28) } });
    expect((await shown()).item.state).toBe('in-use');
    expect((await shown()).followUps[0]).toMatchObject({ closedOn: null, suspended: false });
    await test({ doneOn: addDays(clinicDay, -1) });
    expect((await shown()).followUps[0]).toMatchObject({ closedOn: addDays(clinicDay, -1) });
  });

  it('fails on a grave figure: out of use at once, and not put back before it has passed', async () => {
    expect(await test({ measured: { brightest: 300, 'brightest-other': 300 } })).toMatchObject({
      ok: true,
      value: { result: 'suspended', mendBy: clinicDay },
    });
    expect((await shown()).item.state).toBe('out-of-use');
    expect((await shown()).due).toEqual([]);
    expect(codeOf(await note('put-back'))).toBe('still-suspended');
    expect(codeOf(await note('repaired'))).toBe('ok');
    expect(await test()).toMatchObject({ ok: true, value: { result: 'passed' } });
    expect((await shown()).item.state).toBe('out-of-use');
    expect(codeOf(await note('put-back'))).toBe('ok');
    const { item, events } = await shown();
    expect(item.state).toBe('in-use');
    expect(events.map((event) => event.kind).sort()).toEqual([
      'put-back',
      'registered',
      'repaired',
      'taken-out-of-use',
    ]);
  });

  it('tells who was first when two write at once', async () => {
    const { version, state } = (await shown()).item;
    const input = { equipmentId: displayId, version: version - 1, kind: 'note' as const, note: 'also I' };
    const late = await inTransaction(db, radiographer, (tx) => noteEquipment(tx, input));
    expect(late).toMatchObject({
      refusal: { code: 'changed-by-other', details: { status: state, day: clinicDay, role: 'system' } },
    });
  });

  it('is tested by who may, with tests of its kind, by figures that can be judged, and not ahead', async () => {
    expect(codeOf(await test({}, radiographer))).toBe('not-yours');
    expect(codeOf(await test({ test: 'machine-weekly' }))).toBe('no-such-test');
    expect(codeOf(await test({ measured: { levels: Array.from({ length: 18 }, () => 4) } }))).toBe('cannot-be-judged');
    expect(codeOf(await test({ doneOn: addDays(clinicDay, 1) }))).toBe('in-the-future');
    expect(codeOf(await test({}, stranger))).toBe('not-found');
    const before = (await shown()).tests.length;
    expect(before).toBe(5);
  });

  it('stands in the report of its centre, each failure with what came of it', async () => {
    const report = await inTransaction(db, physicist, (tx) => centreReport(tx, {}));
    if (!report.ok) throw new Error(report.refusal.what);
    const { items, failures } = report.value;
    expect(items[0]?.tests.find((one) => one.test === 'display-luminance')).toMatchObject({
      done: 4,
      passed: 2,
      failed: 1,
      suspended: 1,
      expected: 0,
      lastResult: 'passed',
    });
    expect(failures.map((one) => [one.result, one.closedOn])).toEqual([
      ['suspended', clinicDay],
      ['failed', addDays(clinicDay, -1)],
    ]);
    expect(codeOf(await inTransaction(db, stranger, (tx) => centreReport(tx, { centre: 'C06' })))).toBe('not-found');
  });

  it('stands in the same report as a tagged PDF, in the words of its language, the same bytes each time', async () => {
    const report = await inTransaction(db, physicist, (tx) => centreReport(tx, {}));
    if (!report.ok) throw new Error(report.refusal.what);
    const pdf = Buffer.from(renderEquipmentReport(report.value, 'nb').pdf, 'base64');
    const text = pdfText(pdf).join(' ');
    expect(text).toContain('Skjerm 1 venstre');
    expect(text).toContain('2 avvik, 0 åpne');
    expect(text).toMatch(/Lyseste luminans: 300 cd\/m² \(minst 450\scd\/m²\)/);
    expect(text).toContain('ny test bestått');
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo[\s\S]*\/StructTreeRoot|\/StructTreeRoot[\s\S]*\/MarkInfo/);
    const english = renderEquipmentReport(report.value, 'en');
    expect(pdfText(Buffer.from(english.pdf, 'base64')).join(' ')).toContain('2 failures, 0 open');
    expect(renderEquipmentReport(report.value, 'en').sha256).toBe(english.sha256);
  });

  it('is closed by hand with a reason, once', async () => {
    const failed = await test({ measured: { darkest: 0.9 } });
    if (!failed.ok) throw new Error(failed.refusal.what);
    const close = () =>
      inTransaction(db, physicist, (tx) =>
        closeFollowUp(tx, { testId: failed.value.testId, because: 'probe was off' }),
      );
    expect(codeOf(await close())).toBe('ok');
    expect(codeOf(await close())).toBe('already-closed');
  });
});

describe('the register', () => {
  const register = (change: object, actor = physicist) =>
    inTransaction(db, actor, (tx) =>
      registerEquipment(tx, {
        centreId: 'C06',
        kind: 'mammograph',
        name: 'Mammograf 1',
        inUseFrom: clinicDay,
        ...change,
      }),
    );
  it('takes a machine only into a unit of the centre, a display only into its own room', async () => {
    expect(codeOf(await register({}))).toBe('unit-missing');
    expect(codeOf(await register({ unitId: 'U07' }))).toBe('unit-missing');
    expect(codeOf(await register({ unitId: 'U06' }))).toBe('ok');
    expect(codeOf(await register({ kind: 'display', roomId: displayId }))).toBe('no-such-room');
  });
  it('shows another centre nothing', async () => {
    expect((await inTransaction(db, stranger, (tx) => listEquipment(tx, {}))).items).toEqual([]);
    expect(codeOf(await inTransaction(db, stranger, (tx) => showEquipment(tx, { equipmentId: displayId })))).toBe(
      'not-found',
    );
  });
});
