import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { CALIBRATION_STEPS } from '#core/ai/percentile';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';

type NewCalibration = {
  readonly product: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
} & (
  | { readonly from: Day; readonly to: Day }
  /** The product's own figures: scores in ascending order at equal steps of the distribution. */
  | { readonly points: readonly number[]; readonly examinations: number }
);

/** Fewer than this make no thousandths. Configuration. */
const FEWEST = 1000;

/**
 * Makes a named calibration population: of the examinations of a period that the product's version has answered for, or
 * as the product's maker gives it. Counting reads every woman's score and shows none, so it is done by the system's hand
 * in the actor's name. Refuses with `unknown-version`, `name-taken`, `invalid-points` or `too-few-examinations`.
 */
export async function makeCalibration(
  db: Database,
  actor: Actor,
  input: NewCalibration,
): Promise<Result<{ readonly calibrationId: string }>> {
  return inTransaction(db, { ...system, userId: actor.userId, name: actor.name }, async (tx) => {
    const { product, version, name, description } = input;
    const known = await tx.q
      .selectFrom('ai_product')
      .select(['scale_min', 'scale_max'])
      .where('product', '=', product)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!known) return refuse('unknown-version', 'No such version of the product is registered');
    const drawn = 'points' in input ? input : await drawPoints(tx, input);
    if (drawn.examinations < FEWEST) {
      const what = `A calibration population needs ${FEWEST} examinations; here are ${drawn.examinations}`;
      return refuse('too-few-examinations', what, { min: FEWEST });
    }
    const fits = drawn.points.every((p, i, all) => p >= (all[i - 1] ?? known.scale_min) && p <= known.scale_max);
    if (drawn.points.length < 2 || !fits) {
      const what = 'The points must ascend within the scale of the product, two or more';
      return refuse('invalid-points', what, { where: 'points' });
    }
    const calibration_id = randomUUID();
    const stored = await tx.q
      .insertInto('ai_calibration')
      .values({
        calibration_id,
        product,
        version,
        name,
        description,
        source: 'points' in input ? 'loaded' : 'results',
        examinations: drawn.examinations,
        points: [...drawn.points],
        made_on: tx.today,
        made_by: actor.userId,
      })
      .onConflict((c) => c.columns(['product', 'version', 'name']).doNothing())
      .returning('calibration_id')
      .executeTakeFirst();
    if (!stored) return refuse('name-taken', `${product} ${version} has a calibration called "${name}" already`);
    tx.record('ai.calibration-made', null, { product, version, name, examinations: drawn.examinations });
    return ok({ calibrationId: calibration_id });
  });
}

async function drawPoints(
  tx: Tx,
  input: { readonly product: string; readonly version: string; readonly from: Day; readonly to: Day },
): Promise<{ readonly points: readonly number[]; readonly examinations: number }> {
  const shares = Array.from({ length: CALIBRATION_STEPS + 1 }, (_, i) => i / CALIBRATION_STEPS);
  const { rows } = await sql<{ points: number[] | null; examinations: number }>`
    select percentile_disc(${shares}::float8[]) within group (order by score) as points, count(score)::int as examinations
    from ai_result where product = ${input.product} and version = ${input.version} and score is not null
      and analysed_on between ${input.from} and ${input.to}`.execute(tx.q);
  return { points: rows[0]?.points ?? [], examinations: rows[0]?.examinations ?? 0 };
}

/**
 * Percentiles are computed by this calibration from a day on; what was placed before stays where it was, so the day is today or later.
 * Refuses with `calibration-not-found`, `placed-already`, or `chosen-for-day` when one was chosen for that day already.
 */
export async function chooseCalibration(
  tx: Tx,
  input: { readonly calibrationId: string; readonly from: Day },
): Promise<Result<true>> {
  const found = await tx.q
    .selectFrom('ai_calibration')
    .select(['product', 'version', 'name'])
    .where('calibration_id', '=', input.calibrationId)
    .executeTakeFirst();
  if (!found) return refuse('calibration-not-found', 'There is no such calibration');
  if (input.from < tx.today)
    return refuse('placed-already', 'Results of that day have been placed already: choose today or later', {
      where: 'from',
    });
  const { product, version, name } = found;
  const use = { product, version, from_day: input.from, calibration_id: input.calibrationId, set_by: tx.actor.userId };
  const stored = await tx.q
    .insertInto('ai_calibration_use')
    .values(use)
    .onConflict((c) => c.doNothing())
    .returning('product')
    .executeTakeFirst();
  if (!stored)
    return refuse('chosen-for-day', 'A calibration is chosen for that day already: choose another day', {
      where: 'from',
    });
  tx.record('ai.calibration-in-use', null, { product, version, name, from: input.from });
  return ok(true);
}
