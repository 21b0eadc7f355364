/** From a worked example to what a centre reads by: drafts, approval, use and retirement, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import { bindModels } from '#core/protocols/bind-models';
import type { Protocol } from '#core/protocols/protocol';
import { workedProtocol } from '#programmes/protocols/worked';
import { inTransaction, type Tx } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, openCases } from '#test/reading-world';
import { approveDraft } from './approve-draft.ts';
import { deleteDraft } from './delete-draft.ts';
import { listProtocols } from './list-protocols.ts';
import { protocolInUse } from './protocol-in-use.ts';
import { putIntoUse } from './put-into-use.ts';
import { retireProtocol } from './retire-protocol.ts';
import { saveDraft } from './save-draft.ts';
import { showProtocol } from './show-protocol.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
});
afterAll(() => db.drop());

const office: Actor = { userId: 'office-1', name: 'Kontoret', role: 'office', centres: 'all' };
const researcher: Actor = { userId: 'researcher-1', name: 'Forskeren', role: 'researcher', centres: 'all' };
const by = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);

/** AIMS 1's arm with a machine, as a routine of one arm. */
const aims = workedProtocol('aims-1');
const single: Protocol = bindModels(
  { id: 'one-or-two', version: '1', unit: 'exam', arms: { ai: aims.arms.ai ?? { steps: [] } } },
  { transpara: 'demo-ai' },
);
const draft = (protocol: Protocol, edit: number | null = null) => ({
  id: protocol.id,
  version: protocol.version,
  title: 'Én eller to',
  source: 'AIMS 1',
  text: JSON.stringify(protocol),
  edit,
});
const save = (protocol: Protocol, edit: number | null = null, actor = researcher) =>
  by(actor, (tx) => saveDraft(tx, draft(protocol, edit)));

describe('a protocol', () => {
  it('is written as a draft, which may have faults but must be a protocol', async () => {
    const faulty = { ...single, arms: { ai: { steps: single.arms.ai?.steps.slice(0, 2) ?? [] } } };
    expect(await save(faulty)).toEqual({ ok: true, value: { edit: 1, faults: 1 } });
    expect(await by(office, (tx) => approveDraft(tx, { ...single, edit: 1 }))).toMatchObject({
      refusal: { code: 'faulty', what: 'The protocol cannot be used: ai: nothing ends the case' },
    });
    const wrong = { ...draft(single, 1), text: '{"id":1}' };
    expect(await by(researcher, (tx) => saveDraft(tx, wrong))).toMatchObject({ refusal: { code: 'no-protocol' } });
    const other = { ...draft(single, 1), text: JSON.stringify({ ...single, id: 'another' }) };
    expect(await by(researcher, (tx) => saveDraft(tx, other))).toMatchObject({ refusal: { code: 'other-name' } });
  });
  it('is saved by one at a time', async () => {
    expect(await save(single, 1)).toEqual({ ok: true, value: { edit: 2, faults: 0 } });
    expect(await save(single, 1, office)).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(await save(single)).toMatchObject({ refusal: { code: 'protocol-exists' } });
    expect(await by(office, (tx) => approveDraft(tx, { ...single, edit: 1 }))).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
  });
  it('is approved once, and never changes again', async () => {
    expect(await by(office, (tx) => approveDraft(tx, { ...single, edit: 2 }))).toMatchObject({ ok: true });
    expect(await save({ ...single, unit: 'woman' })).toMatchObject({ refusal: { code: 'protocol-exists' } });
    const shown = await by(office, (tx) => showProtocol(tx, single));
    expect(shown).toMatchObject({
      value: { standing: 'approved', title: 'Én eller to', by: 'office-1', protocol: single, uses: [] },
    });
  });
  it('keeps its earlier versions beside the new', async () => {
    const later = { ...single, version: '2' };
    await save(later);
    const shown = await by(researcher, (tx) => showProtocol(tx, later));
    expect(shown.ok && shown.value.versions.map((v) => [v.version, v.standing])).toEqual([
      ['1', 'approved'],
      ['2', 'draft'],
    ]);
    expect(await by(researcher, (tx) => deleteDraft(tx, later))).toMatchObject({ ok: true });
    expect(await by(researcher, (tx) => showProtocol(tx, later))).toMatchObject({
      refusal: { code: 'no-such-protocol' },
    });
  });
});

describe('what a centre reads by', () => {
  const inUse = (centre: string) => by(office, (tx) => protocolInUse(tx, centre));
  const use = (fromInDays: number, centres = ['C01'], protocol = single) =>
    by(office, (tx) => putIntoUse(tx, { ...protocol, arm: 'ai', centres, fromDay: addDays(tx.today, fromInDays) }));
  it("is the programme's own protocol until something else is decided, from a day on", async () => {
    expect((await inUse('C01')).protocol.id).toBe('no-routine');
    expect(await use(1)).toEqual({ ok: true, value: { centres: 1 } });
    expect((await inUse('C01')).protocol.id).toBe('no-routine');
    const listed = await by(office, listProtocols);
    expect(listed.coming).toMatchObject([{ centreId: 'C01', id: 'one-or-two', arm: 'ai' }]);
    expect(listed.inUse.find((one) => one.centreId === 'C01')).toMatchObject({ id: 'no-routine', fromDay: null });
  });
  it('changes for cases opened from that day; open cases go on as they began', async () => {
    const [before] = await openCases(db, 1);
    await nextDay(db);
    const [after] = await openCases(db, 1);
    const rows = await db.kysely
      .selectFrom('reading_case')
      .select(['case_id', 'protocol_id', 'arm', 'state'])
      .where('case_id', 'in', [before?.caseId ?? '', after?.caseId ?? ''])
      .orderBy('opened_on')
      .execute();
    expect(rows.map((row) => [row.protocol_id, row.arm])).toEqual([
      ['no-routine', 'routine'],
      ['one-or-two', 'ai'],
    ]);
    const tasks = async (caseId: string) =>
      (
        await db.kysely
          .selectFrom('reading_task')
          .select('step')
          .where('case_id', '=', caseId)
          .orderBy('step')
          .execute()
      ).map((t) => t.step);
    expect(await tasks(before?.caseId ?? '')).toEqual(['r1', 'r2']);
    expect(await tasks(after?.caseId ?? '')).toEqual([]);
  });
  it('is only what is approved, at centres that there are, from today on', async () => {
    expect(await use(0, ['C01'], { ...single, version: '9' })).toMatchObject({ refusal: { code: 'not-approved' } });
    expect(await use(-1)).toMatchObject({ refusal: { code: 'before-today' } });
    expect(await use(0, ['C99'])).toMatchObject({ refusal: { code: 'no-such-centre' } });
    expect(
      await by(office, (tx) => putIntoUse(tx, { ...single, arm: 'b', centres: ['C01'], fromDay: tx.today })),
    ).toMatchObject({
      refusal: { code: 'no-such-arm' },
    });
  });
  it('cannot be retired while it is read by; two decisions at once are both kept', async () => {
    const retire = () => by(office, (tx) => retireProtocol(tx, single));
    expect(await retire()).toMatchObject({ refusal: { code: 'in-use' } });
    const back = (fromInDays: number) =>
      by(office, (tx) =>
        putIntoUse(tx, {
          id: 'no-routine',
          version: '1',
          arm: 'routine',
          centres: ['C01'],
          fromDay: addDays(tx.today, fromInDays),
        }),
      );
    const both = await Promise.all([back(0), back(0), use(0)]);
    expect(both.every((one) => one.ok)).toBe(true);
    const seqs = await db.kysely.selectFrom('protocol_use').select('seq').where('centre_id', '=', 'C01').execute();
    expect(seqs.map((row) => row.seq).sort()).toEqual([1, 2, 3, 4]);
    await back(0);
    expect(await retire()).toMatchObject({ ok: true });
    expect(await use(0)).toMatchObject({ refusal: { code: 'not-approved' } });
  });
});
