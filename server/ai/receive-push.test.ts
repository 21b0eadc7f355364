/** The door for results, through HTTP as a product meets it. The example of docs/handbook/ai-results.md is sent as it stands there. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushAiResult } from '#contracts/ai-push';
import { staffRoles } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { makeApp } from '#server/http/app';
import { routes } from '#server/http/routes';
import { foundProduct, push, testProduct } from '#test/ai-world';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, type OpenedCase, openCases, staff } from '#test/reading-world';
import { inspectRefusal, listRefusals } from './list-refusals.ts';

let db: TestDatabase;
let key: string;
let c: OpenedCase;
let app: ReturnType<typeof makeApp>;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  key = await foundProduct(db, testProduct('demo-ai', { version: '1.0', scaleMin: 1, scaleMax: 10.99 }));
  [c] = (await openCases(db, 1)) as [OpenedCase];
  const parts = { db, config: {} as never, key: Buffer.alloc(32), webFolder: '/nowhere', version: 'test' };
  app = makeApp({ ...parts, routes, log: () => {} });
});
afterAll(() => db.drop());

const answer = { score: 8.31, left: 8.31, right: 2.5 };
const run = (more: object = {}) => ({
  run: randomUUID(),
  product: 'demo-ai',
  version: '1.0',
  person: c.personId,
  examination: c.examinationId,
  answer,
  ...more,
});
type Answered = {
  status: number;
  code?: string;
  what?: string;
  details?: Record<string, unknown>;
  [key: string]: unknown;
};
async function send(body: unknown, signed = push(body, 'demo-ai', key)): Promise<Answered> {
  const answered = await app.request(pushAiResult.path, { method: 'POST', body: signed.body, headers: signed.headers });
  return { status: answered.status, ...((await answered.json()) as object) };
}
const refusals = async () => (await inTransaction(db, staff('office'), listRefusals)).refusals;
const counts = async () =>
  (
    await db.pool.query(
      'select (select count(*) from ai_result)::int as results, (select count(*) from ai_run)::int as runs, (select count(*) from ai_push)::int as pushes',
    )
  ).rows[0];

/** A refusal: its answer, kept once more for inspection with the reason, and nothing else changed. */
async function expectRefused(body: unknown, expected: object, signed = push(body, 'demo-ai', key)): Promise<void> {
  const [before, kept] = [await counts(), await refusals()];
  const answered = await send(body, signed);
  expect(answered).toMatchObject(expected);
  expect(JSON.stringify(answered)).not.toContain('8.31');
  expect(await counts()).toEqual(before);
  const now = await refusals();
  expect(now).toHaveLength(kept.length + 1);
  expect(now[0]).toMatchObject({ code: answered.code, what: answered.what });
  expect(JSON.stringify(now)).not.toContain('8.31');
}

describe('a result that is sent', () => {
  it('is taken as the handbook shows it', async () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/handbook/ai-results.md', import.meta.url)), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const body = { ...JSON.parse(example), person: c.personId, examination: c.examinationId };
    expect(await send(body)).toMatchObject({ status: 200, run: body.run, accepted: true });
    const { rows } = await db.pool.query(
      'select r.score, r.pct, r.marks, r.views, r.extras, n.model_hash, n.inputs, n.failure from ai_result r join ai_run n using (person_id, examination_id, product, run_id)',
    );
    const { answer: said } = body;
    expect(rows).toEqual([
      {
        score: said.score,
        pct: expect.closeTo((100 * (said.score - 1)) / 9.99, 6),
        marks: said.marks,
        views: said.views,
        extras: { normalTag: said.normalTag },
        model_hash: body.modelHash,
        inputs: body.inputs,
        failure: null,
      },
    ]);
    expect(await send(body)).toMatchObject({ status: 200, run: body.run, accepted: true });
    expect(await counts()).toEqual({ results: 1, runs: 1, pushes: 1 });
  });
  it('is taken once when it is sent many times at once', async () => {
    const [other] = (await openCases(db, 1)) as [OpenedCase];
    const body = run({ person: other.personId, examination: other.examinationId });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body)));
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toHaveLength(1);
    expect(await counts()).toEqual({ results: 2, runs: 2, pushes: 2 });
  });
  it('may be a failure, with its reason; a later run may succeed', async () => {
    const [other] = (await openCases(db, 1)) as [OpenedCase];
    const about = { person: other.personId, examination: other.examinationId };
    expect(await send(run({ ...about, answer: undefined, failure: 'RMLO is missing' }))).toMatchObject({ status: 200 });
    expect(await send(run(about))).toMatchObject({ status: 200 });
    const { rows } = await db.pool.query('select failure from ai_run where examination_id = $1 order by received_at', [
      other.examinationId,
    ]);
    expect(rows).toEqual([{ failure: 'RMLO is missing' }, { failure: null }]);
  });
});

describe('a clear refusal, kept for inspection, with nothing changed', () => {
  it('the same run that says something else', async () => {
    const [other] = (await openCases(db, 1)) as [OpenedCase];
    const body = run({ person: other.personId, examination: other.examinationId });
    await send(body);
    await expectRefused({ ...body, answer: { ...answer, right: 3 } }, { status: 409, code: 'different-content' });
    await expectRefused({ ...body, run: 'another' }, { status: 409, code: 'analysed-already' });
  });
  it('an unknown examination, version, product; another product than signed', async () => {
    await expectRefused(run({ examination: randomUUID() }), { status: 404, code: 'examination-not-found' });
    await expectRefused(run({ person: randomUUID() }), { status: 404, code: 'examination-not-found' });
    await expectRefused(run({ version: '2' }), {
      status: 422,
      code: 'unknown-version',
      details: { where: 'version', expected: '1.0' },
    });
    await expectRefused(run({ product: 'other' }), { status: 422, code: 'invalid-product' });
    await expectRefused(run(), { status: 422, code: 'unknown-product' }, push(run(), 'nobody', key));
  });
  it('a score outside the scale, a body that is not as it should be', async () => {
    await expectRefused(run({ answer: { score: 11 } }), {
      status: 422,
      code: 'invalid-score',
      details: { where: 'score', expected: '1 to 10.99' },
    });
    await expectRefused(run({ answer: { ...answer, left: 0.5 } }), { status: 422, details: { where: 'left' } });
    await expectRefused(run({ answer: undefined }), { status: 400, code: 'bad-input', details: { where: 'answer' } });
    await expectRefused(run({ extra: 1 }), { status: 400, code: 'bad-input' });
    await expectRefused('{"run":', { status: 400, code: 'bad-input', details: { where: 'body' } });
  });
  it('a wrong signature, and one that is too old', async () => {
    await expectRefused(run(), { status: 401, code: 'bad-signature' }, push(run(), 'demo-ai', `${key}x`));
    const old = push(run(), 'demo-ai', key, Math.floor(Date.now() / 1000) - 3600);
    await expectRefused(run(), { status: 401, code: 'stale' }, old);
    // A stranger who tries again fills nothing.
    const kept = (await refusals()).length;
    for (let i = 0; i < 3; i++)
      expect(await send(run(), push(run(), 'demo-ai', 'wrong'))).toMatchObject({ status: 401 });
    expect(await refusals()).toHaveLength(kept);
  });
});

describe('what was sent and refused', () => {
  it('is read by the administrator alone, and the log knows', async () => {
    const [first] = (await refusals()).filter((one) => one.code === 'invalid-score');
    const refusalId = first?.refusalId ?? '';
    const inspected = await inspectRefusal(db, staff('administrator'), { refusalId });
    expect(inspected).toMatchObject({ ok: true, value: { body: expect.stringContaining('"answer"') } });
    const { rows } = await db.pool.query(`select actor, detail from audit_entry where action = 'ai.refusal-inspected'`);
    expect(rows).toEqual([{ actor: 'administrator-1', detail: { refusal: refusalId } }]);
    for (const role of staffRoles) {
      const reading = inTransaction(db, staff(role), (tx) => tx.q.selectFrom('ai_refusal').select('body').execute());
      await expect(reading).rejects.toThrow('permission denied');
      const keys = inTransaction(db, staff(role), (tx) => tx.q.selectFrom('ai_key').select('secret').execute());
      await expect(keys).rejects.toThrow('permission denied');
    }
  });
});
