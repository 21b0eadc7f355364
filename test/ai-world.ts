/** AI products for tests: registered, with a calibration and a key, and what they send. */
import { createHmac } from 'node:crypto';
import type { AiAnswer, AiProduct } from '#core/ai/answer';
import { signatureHeaders, signedText } from '#core/ai/signature';
import { system } from '#core/people/access';
import { makeCalibration, chooseCalibration } from '#server/ai/make-calibration';
import { type NewAiResult, recordAiResult } from '#server/ai/record-ai-result';
import type { SentBody } from '#server/ai/receive-push';
import { makeKey, registerProduct } from '#server/ai/register-product';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';

/** A product that gives everything, on a scale from 0 to 100, of which a hundredth part is a percentile. */
export const testProduct = (product: string, more: Partial<AiProduct> = {}): AiProduct => ({
  product,
  version: '1',
  scaleMin: 0,
  scaleMax: 100,
  higherIs: 'suspicious',
  gives: ['examination', 'breast', 'view', 'marks', 'normal-tag', 'density', 'quality', 'risk'],
  ...more,
});

/** Registers a product and calibrates it so that a score is its own percentile. Returns its key. */
export async function foundProduct(db: Database, product: AiProduct): Promise<string> {
  const registered = await inTransaction(db, system, (tx) =>
    registerProduct(tx, { ...product, name: `Product ${product.product}`, vendor: 'Test' }),
  );
  if (!registered.ok) throw new Error(registered.refusal.what);
  const { version, scaleMin, scaleMax } = product;
  const points = Array.from({ length: 1001 }, (_, i) => scaleMin + ((scaleMax - scaleMin) * i) / 1000);
  const named = { product: product.product, version, name: 'Even', description: 'Every score alike' };
  const made = await makeCalibration(db, system, { ...named, points, examinations: 10_000 });
  if (!made.ok) throw new Error(made.refusal.what);
  await inTransaction(db, system, (tx) => chooseCalibration(tx, { ...made.value, from: tx.today }));
  const key = await inTransaction(db, system, (tx) => makeKey(tx, { product: product.product }));
  if (!key.ok) throw new Error(key.refusal.what);
  return key.value.key;
}

type Examined = { readonly personId: string; readonly examinationId: string };

/** A product says something of an examination, or fails (null). */
export function says(
  db: Database,
  { personId, examinationId }: Examined,
  product: string,
  answer: AiAnswer | null,
  version = '1',
): ReturnType<typeof recordAiResult> {
  return inTransaction(db, system, (tx) => {
    const head = { personId, examinationId, product, version, analysedOn: tx.today };
    const said: NewAiResult = answer ? { ...head, answer } : { ...head, failure: 'no images' };
    return recordAiResult(tx, said);
  });
}

/** The headers and body of a push. `at`: seconds since 1970. */
export function push(
  run: unknown,
  product: string,
  key: string,
  at = Math.floor(Date.now() / 1000),
): SentBody & { readonly headers: Record<string, string> } {
  const body = typeof run === 'string' ? run : JSON.stringify(run);
  const digest = createHmac('sha256', key)
    .update(signedText(String(at), body))
    .digest('hex');
  const headers: Record<string, string> = {
    [signatureHeaders.product]: product,
    [signatureHeaders.time]: String(at),
    [signatureHeaders.signature]: `sha256=${digest}`,
  };
  return { body, headers, header: (name) => headers[name] };
}
