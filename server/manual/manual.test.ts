import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '#core/manual/progress';
import { day } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import { placeholderManual } from '#programmes/manuals/placeholder';
import { makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { pdfText } from '#test/pdf-text';
import { inTransaction } from '#server/db/transaction';
import { listManuals } from './list-manuals.ts';
import { loadEdition } from './load-edition.ts';
import { openManualYear } from './open-manual-year.ts';
import { renderReport } from './render-report.ts';
import { showManual } from './show-manual.ts';
import { writeEntry } from './write-entry.ts';

const office = staff('office', 'C06', 'PK-1');
const lead = staff('coordinator', 'C06', 'K-C06-1');
const colleague = staff('radiologist', 'C06', 'L-C06-1');
const elsewhere = staff('coordinator', 'C07', 'K-C07-1');
const year = 2025;
const edition = {
  ...placeholderManual,
  id: 'test',
  placeholder: false,
  criteria: placeholderManual.criteria.slice(0, 2),
};
const [first, second] = edition.criteria.map((one) => one.id) as [string, string];

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await inTransaction(db, office, (tx) => loadEdition(tx, { edition }));
  await inTransaction(db, office, (tx) => openManualYear(tx, { year, dueOn: day('2026-04-01') }));
});
afterAll(() => db.drop());

const answered = (criterionId: string, account = 'Rutinen følges.'): Entry => ({
  kind: 'answered',
  criterionId,
  verdict: 'met',
  account,
  documents: [],
  measure: null,
});
const write = async (actor: Actor, entry: Entry, seen: number, centreId = 'C06') => {
  const result = await inTransaction(db, actor, (tx) => writeEntry(tx, { year, centreId, seen, entry }));
  return result.ok ? result.value.seq : result.refusal.code;
};
const noFigures = async () => ({ dataCut: null, of: () => [] });
const shown = async (actor: Actor, centreId = 'C06') => {
  const result = await inTransaction(db, actor, (tx) => showManual(tx, { year, centreId }, noFigures));
  return result.ok ? result.value : result.refusal.code;
};

describe('a year of the manual', () => {
  it('goes from the first answer over a question to the report', async () => {
    expect(await write(lead, answered(first), 0)).toBe(1);
    expect(await write(lead, { kind: 'submitted' }, 1)).toBe('unanswered');
    expect(await write(lead, answered(second), 1)).toBe(2);
    expect(await write(lead, { kind: 'submitted' }, 2)).toBe(3);
    expect(await write(office, { kind: 'asked', criterionId: second, question: 'Hvem gjør det?' }, 3)).toBe(4);
    expect(await write(office, { kind: 'returned', dueOn: '2026-05-01' }, 4)).toBe(5);
    expect(await write(lead, answered(second, 'Koordinator gjør det.'), 5)).toBe(6);
    expect(await write(lead, { kind: 'submitted' }, 6)).toBe(7);
    expect(await write(office, { kind: 'accepted' }, 7)).toBe(8);
    const manual = await shown(lead);
    if (typeof manual === 'string') throw new Error(manual);
    expect(manual).toMatchObject({ stage: 'accepted', dueOn: '2026-05-01', seq: 8 });
    const text = pdfText(Buffer.from(renderReport(manual, 'nb').pdf, 'base64')).join('\n');
    expect(text).toContain('Koordinator gjør det.');
    expect(text).toContain('Hvem gjør det?');
    expect(renderReport(manual, 'nb').sha256).toBe(renderReport(manual, 'nb').sha256);
  });

  it('is seen by the office for all centres, by a centre for itself', async () => {
    const centres = async (actor: Actor) =>
      (await inTransaction(db, actor, (tx) => listManuals(tx, {}))).centres.map((one) => [one.centreId, one.stage]);
    expect(await centres(office)).toEqual([
      ['C06', 'accepted'],
      ['C07', 'open'],
    ]);
    expect(await centres(elsewhere)).toEqual([['C07', 'open']]);
    expect(await shown(elsewhere)).toBe('not-found');
    expect(await write(elsewhere, answered(first), 0)).toBe('not-found');
  });

  it('lets the office answer for nobody, and a centre follow up nobody', async () => {
    expect(await write(office, answered(first), 0, 'C07')).toBe('not-yours');
    expect(await write(elsewhere, { kind: 'accepted' }, 0, 'C07')).toBe('not-yours');
  });

  it('does not let one answer cover another', async () => {
    await db.pool.query(`delete from manual_entry where centre_id = 'C06'`);
    expect(await write(lead, answered(first, 'Skrevet først.'), 0)).toBe(1);
    expect(await write(colleague, answered(second), 0)).toBe(2);
    expect(await write(colleague, answered(first, 'Skrevet etterpå.'), 0)).toBe('stale-version');
    const both = await Promise.all([write(lead, answered(second), 2), write(colleague, answered(second), 2)]);
    expect(both.toSorted()).toEqual([3, 'stale-version']);
  });

  it('takes no evidence that is not the centre’s own', async () => {
    const stranger = '3f8b8f1e-6a55-4c0b-9d7e-3b7b1d7c1a11';
    const entry = { ...answered(first), documents: [stranger] } as Entry;
    expect(await write(lead, entry, 3)).toBe('no-document');
  });

  it('is opened once, and an edition is never changed', async () => {
    const again = await inTransaction(db, office, (tx) => openManualYear(tx, { year, dueOn: day('2026-09-01') }));
    expect(!again.ok && again.refusal.code).toBe('year-open');
    const changed = await inTransaction(db, office, (tx) => loadEdition(tx, { edition }));
    expect(!changed.ok && changed.refusal.code).toBe('edition-exists');
    const wrong = await inTransaction(db, office, (tx) => loadEdition(tx, { edition: { ...edition, criteria: [] } }));
    expect(!wrong.ok && wrong.refusal.code).toBe('bad-edition');
  });
});
