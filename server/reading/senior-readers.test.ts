import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { workedProtocol } from '#programmes/protocols/worked';
import { inTransaction } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { bindModels, modelsOf } from '#core/protocols/bind-models';
import { foundProduct, says, testProduct } from '#test/ai-world';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, type OpenedCase, openCases, reader, staff } from '#test/reading-world';
import { claimNext } from './claim-next.ts';
import { listReaders, setSenior } from './senior-readers.ts';
import { settleCase } from './settle-case.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  await foundProduct(db, testProduct('T'));
});
afterAll(() => db.drop());

describe('a step for senior readers', () => {
  it('opens to her whom the office has called senior, and to nobody else', async () => {
    const named = workedProtocol('copenhagen');
    const protocol = bindModels(named, Object.fromEntries(modelsOf(named).map((model) => [model, 'T'])));
    const [c] = (await openCases(db, 1)) as [OpenedCase];
    await inTransaction(db, system, async (tx) => {
      const approved = await approveProtocol(tx, protocol);
      if (!approved.ok) throw new Error(approved.refusal.what);
      const change = { protocol_id: protocol.id, protocol_version: protocol.version, arm: 'ai' };
      await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
      await settleCase(tx, c);
    });
    await says(db, c, 'T', { score: 3 });
    const claim = (n: number) => inTransaction(db, reader(n), (tx) => claimNext(tx));
    expect(await claim(1)).toEqual({ ok: true, value: null });
    const office = staff('office');
    const named_ = await inTransaction(db, office, (tx) => setSenior(tx, { userId: 'L-C01-1', senior: true }));
    expect(named_).toEqual({ ok: true, value: true });
    const { readers } = await inTransaction(db, office, listReaders);
    expect(readers.filter((one) => one.senior).map((one) => one.userId)).toEqual(['L-C01-1']);
    expect(await claim(2)).toEqual({ ok: true, value: null });
    expect(await claim(1)).toMatchObject({ ok: true, value: { caseId: c.caseId, step: 'r1' } });
    const nobody = await inTransaction(db, office, (tx) => setSenior(tx, { userId: 'K-1', senior: true }));
    expect(nobody).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});
