import { sql } from 'kysely';
import type { AiProduct } from '#core/ai/answer';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type Calibration = { readonly id: string; readonly points: readonly number[] };
type KnownProduct = AiProduct & { readonly calibration: Calibration | null };

type Row = AiProduct & { readonly calibrationId: string | null };

/** A version of a product and the calibration in use for it today. Refuses with `unknown-product` or `unknown-version`. */
export async function loadProduct(
  tx: Tx,
  product: string,
  version: string,
): Promise<Result<KnownProduct, 'unknown-product' | 'unknown-version'>> {
  const { rows } = await sql<Row & { readonly version: string }>`
    select p.product, p.version, p.scale_min as "scaleMin", p.scale_max as "scaleMax", p.higher_is as "higherIs", p.gives,
      (select u.calibration_id from ai_calibration_use u where u.product = p.product and u.version = p.version
        and u.from_day <= ${tx.today} order by u.from_day desc limit 1) as "calibrationId"
    from ai_product p where p.product = ${product}`.execute(tx.q);
  if (rows.length === 0) return refuse('unknown-product', 'No such product is registered', { where: 'product' });
  const row = rows.find((one) => one.version === version);
  if (!row) {
    const expected = rows.map((one) => one.version).join(', ');
    return refuse('unknown-version', `This version of ${product} is not registered: expected one of ${expected}`, {
      where: 'version',
      expected,
    });
  }
  const { calibrationId, ...known } = row;
  return ok({ ...known, calibration: calibrationId ? await loadCalibration(tx, calibrationId) : null });
}

/** A calibration never changes, so that its points are read once. */
const read = new Map<string, Calibration>();

async function loadCalibration(tx: Tx, id: string): Promise<Calibration> {
  const known = read.get(id);
  if (known) return known;
  const { points } = await tx.q
    .selectFrom('ai_calibration')
    .select('points')
    .where('calibration_id', '=', id)
    .executeTakeFirstOrThrow();
  const calibration = { id, points };
  read.set(id, calibration);
  return calibration;
}
