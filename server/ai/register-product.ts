import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AiProduct } from '#core/ai/answer';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type NewProduct = AiProduct & { readonly name: string; readonly vendor: string };

/**
 * Registers a version of an AI product: its scale, which way it points and what it gives. The same again changes nothing.
 * Refuses with `invalid-scale`, or `version-taken` when that version is registered with something else.
 */
export async function registerProduct(tx: Tx, input: NewProduct): Promise<Result<true>> {
  const { product, version, name, vendor, scaleMin, scaleMax, higherIs } = input;
  const gives = [...new Set(input.gives)].toSorted();
  if (!(scaleMin < scaleMax))
    return refuse('invalid-scale', 'The lowest score must be below the highest', { where: 'scaleMin' });
  const scale = { scale_min: scaleMin, scale_max: scaleMax, higher_is: higherIs };
  const registered = { registered_on: tx.today, registered_by: tx.actor.userId };
  const stored = await tx.q
    .insertInto('ai_product')
    .values({ product, version, name, vendor, ...scale, gives, ...registered })
    .onConflict((c) => c.doNothing())
    .returning('product')
    .executeTakeFirst();
  if (stored) {
    tx.record('ai.product-registered', null, { product, version });
    return ok(true);
  }
  const earlier = await tx.q
    .selectFrom('ai_product')
    .select(['scale_min', 'scale_max', 'higher_is', 'gives'])
    .where('product', '=', product)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (isDeepStrictEqual({ ...earlier, gives: earlier.gives.toSorted() }, { ...scale, gives })) return ok(true);
  return refuse(
    'version-taken',
    `Version ${version} of ${product} is registered already with another scale or content`,
  );
}

/**
 * Makes a new key for a product and gives it, this once: from now on its pushes are signed with it, and the old key no
 * longer counts. Refuses with `unknown-product`.
 */
export async function makeKey(tx: Tx, input: { readonly product: string }): Promise<Result<{ readonly key: string }>> {
  const { product } = input;
  const known = await tx.q.selectFrom('ai_product').select('product').where('product', '=', product).executeTakeFirst();
  if (!known) return refuse('unknown-product', 'No such product is registered');
  const secret = randomBytes(32).toString('base64url');
  const row = { product, key_id: randomUUID(), secret, set_by: tx.actor.userId };
  await tx.q.insertInto('ai_key').values(row).execute();
  tx.record('ai.key-made', null, { product });
  return ok({ key: secret });
}
