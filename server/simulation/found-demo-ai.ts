import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { system } from '#core/people/access';
import { demoAi } from '#core/simulation/demo-ai';
import { makeCalibration, chooseCalibration } from '#server/ai/make-calibration';
import { makeKey, registerProduct } from '#server/ai/register-product';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';

const NAME = 'Demo history';

/** The invented product is registered, before its history comes in. A version that is there already stands. */
export async function registerDemoAi(db: Database): Promise<void> {
  await inTransaction(db, system, (tx) => registerProduct(tx, demoAi));
}

/**
 * What the invented product needs to send its results: registration, a key, and a calibration by the scores of the demo's
 * history. What is there already stands; a country too small for a calibration goes without. Returns the key.
 */
export async function foundDemoAi(db: Database): Promise<string> {
  await registerDemoAi(db);
  const { product, version } = demoAi;
  const calibrated = await db.kysely
    .selectFrom('ai_calibration_use')
    .select('product')
    .where('product', '=', product)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!calibrated) await calibrate(db);
  const known = await db.kysely
    .selectFrom('ai_key')
    .select('secret')
    .where('product', '=', product)
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (known) return known.secret;
  const made = await inTransaction(db, system, (tx) => makeKey(tx, { product }));
  if (!made.ok) throw new Error(made.refusal.what);
  return made.value.key;
}

/**
 * The last three years before the demo's first day, all of them: cancers are few enough not to move the thousandths. One that
 * was made before the programme was stopped is taken into use.
 */
async function calibrate(db: Database): Promise<void> {
  const calibrationId = (await calibrationMade(db)) ?? (await makeIt(db));
  if (!calibrationId) return;
  const chosen = await inTransaction(db, system, (tx) => chooseCalibration(tx, { calibrationId, from: tx.today }));
  if (!chosen.ok) throw new Error(chosen.refusal.what);
}

async function calibrationMade(db: Database): Promise<string | undefined> {
  const found = await db.kysely
    .selectFrom('ai_calibration')
    .select('calibration_id')
    .where('product', '=', demoAi.product)
    .where('version', '=', demoAi.version)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return found?.calibration_id;
}

async function makeIt(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ from: Day | null; to: Day }>`
    select to_char(max(analysed_on) - interval '3 years', 'YYYY-MM-DD') as from, to_char(max(analysed_on), 'YYYY-MM-DD') as to
    from ai_result where product = ${demoAi.product} and version = ${demoAi.version}`.execute(db.kysely);
  const [period] = rows;
  if (!period?.from) return undefined;
  const { from, to } = period;
  const { product, version } = demoAi;
  const description = `Screening examinations of the demo, ${from} to ${to}`;
  const made = await makeCalibration(db, system, { product, version, name: NAME, description, from, to });
  if (!made.ok && made.refusal.code !== 'too-few-examinations') throw new Error(made.refusal.what);
  return made.ok ? made.value.calibrationId : undefined;
}
