import { createHash, createHmac } from 'node:crypto';
import type { z } from 'zod';
import { pushedRun } from '#contracts/ai-push';
import { checkSignature, signatureHeaders } from '#core/ai/signature';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { aiRules } from '#programmes/breast-no/ai';
import { canonicalJson } from '#server/audit/chain';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { keepRefusal } from './keep-refusal.ts';
import { type NewAiResult, recordAiResult } from './record-ai-result.ts';

/** A request as it was sent: the body before anything has read it. */
export type SentBody = { readonly body: string; readonly header: (name: string) => string | undefined };
type Accepted = { readonly run: string; readonly examination: string; readonly accepted: true };
type Run = z.output<typeof pushedRun>;

/**
 * Takes a result that a product has signed and sent. The same run with the same content is answered alike and changes
 * nothing. Every refusal says where and what was expected, is kept for inspection, and changes nothing else:
 * `unknown-product`, `no-key`, `bad-signature`, `stale`, `bad-input`, `invalid-product` (another than signed for),
 * `different-content` (the run is known and said something else), `analysed-already`, and what recordAiResult refuses.
 */
export async function receivePush(db: Database, sent: SentBody): Promise<Result<Accepted>> {
  const product = (sent.header(signatureHeaders.product) ?? '').slice(0, 40);
  const actor: Actor = { ...system, userId: `ai:${product}`, name: product };
  const refusal = { signed: false };
  const taken = await inTransaction(db, actor, async (tx) => {
    refusal.signed = false;
    const signed = await checkSender(tx, product, sent);
    if (!signed.ok) return signed;
    refusal.signed = true;
    const run = parseRun(sent.body);
    if (!run.ok) return run;
    return takeRun(tx, product, run.value);
  });
  if (!taken.ok) await keepRefusal(db, actor, { product, ...refusal, body: sent.body, refusal: taken.refusal });
  return taken;
}

async function checkSender(tx: Tx, product: string, { body, header }: SentBody): Promise<Result<true>> {
  const known = await tx.q
    .selectFrom('ai_product as p')
    .select(({ selectFrom }) => [
      selectFrom('ai_key as k')
        .select('secret')
        .whereRef('k.product', '=', 'p.product')
        .orderBy('set_at', 'desc')
        .limit(1)
        .as('secret'),
    ])
    .where('product', '=', product)
    .limit(1)
    .executeTakeFirst();
  const where = signatureHeaders.product;
  if (!known) return refuse('unknown-product', `No product is registered by the name in ${where}`, { where });
  if (!known.secret) return refuse('no-key', 'This product has no key yet; the administrator makes one', { where });
  const time = header(signatureHeaders.time) ?? '';
  const signature = header(signatureHeaders.signature) ?? '';
  const at = { now: Math.floor(tx.at.getTime() / 1000), windowSeconds: aiRules.signatureWindowSeconds };
  return checkSignature({ time, signature, body }, known.secret, at, hmac);
}

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');

function parseRun(body: string): Result<Run> {
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    return refuse('bad-input', 'The body is not JSON', { where: 'body' });
  }
  const parsed = pushedRun.safeParse(sent);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'body';
  const expected = issue?.message ?? '';
  return refuse('bad-input', `"${where}" is not as expected: ${expected}`, { where, expected });
}

async function takeRun(tx: Tx, product: string, run: Run): Promise<Result<Accepted>> {
  if (run.product !== product)
    return refuse('invalid-product', `The body is about another product than ${signatureHeaders.product} says`, {
      where: 'product',
      expected: product,
    });
  const accepted: Accepted = { run: run.run, examination: run.examination, accepted: true };
  const earlier = await knownRun(tx, run);
  if (!earlier.ok) return earlier;
  if (earlier.value) return ok(accepted);
  const recorded = await recordAiResult(tx, resultOf(tx, run));
  if (!recorded.ok) return recorded;
  if (recorded.value.fresh) return ok(accepted);
  const what = `${product} ${run.version} has analysed this examination already; another analysis is another version`;
  return refuse('analysed-already', what, { where: 'run' });
}

/** Whether the run was taken before with the same content. Two at once wait for each other. */
async function knownRun(tx: Tx, run: Run): Promise<Result<boolean>> {
  const content_hash = createHash('sha256').update(canonicalJson(run)).digest('hex');
  const key = { product: run.product, run_id: run.run };
  const first = await tx.q
    .insertInto('ai_push')
    .values({ ...key, content_hash })
    .onConflict((c) => c.doNothing())
    .returning('run_id')
    .executeTakeFirst();
  if (first) return ok(false);
  const earlier = await tx.q
    .selectFrom('ai_push')
    .select('content_hash')
    .where('product', '=', run.product)
    .where('run_id', '=', run.run)
    .executeTakeFirstOrThrow();
  if (earlier.content_hash === content_hash) return ok(true);
  return refuse('different-content', `Run ${run.run} was taken before and said something else`, { where: 'run' });
}

function resultOf(tx: Tx, run: Run): NewAiResult {
  const { person: personId, examination: examinationId, product, version, answer, failure } = run;
  const { modelHash, thresholdSet, inputs, startedAt, finishedAt } = run;
  const record = { runId: run.run, arrived: 'push' as const, modelHash, thresholdSet, inputs, startedAt, finishedAt };
  const head = { personId, examinationId, product, version, analysedOn: tx.today, run: record };
  return answer ? { ...head, answer } : { ...head, failure: failure ?? 'no answer' };
}
