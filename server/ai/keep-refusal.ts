import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';

type Refused = {
  readonly product: string;
  /** Its signature was right: then what it sent is kept too. */
  readonly signed: boolean;
  readonly body: string;
  readonly refusal: Refusal;
};

/**
 * Keeps a refused push for inspection. Of what nobody has signed for, only the first a day of each product and code is
 * kept, without its body, so that a stranger cannot fill the disk.
 */
export async function keepRefusal(db: Database, actor: Actor, refused: Refused): Promise<void> {
  const { signed, body, refusal } = refused;
  const run = signed ? namesIn(body) : {};
  await inTransaction(db, actor, async (tx) => {
    const product = refusal.code === 'unknown-product' && !signed ? null : refused.product;
    const { rows } = await sql`
      insert into ai_refusal (refusal_id, day, product, version, run_id, code, what, details, body)
      select ${randomUUID()}, ${tx.today}, ${product}, ${run.version ?? null}, ${run.run ?? null}, ${refusal.code},
        ${refusal.what}, ${JSON.stringify(refusal.details ?? {})}::jsonb, ${signed ? body : null}
      where ${signed} or not exists (select from ai_refusal r where r.day = ${tx.today} and r.code = ${refusal.code}
        and r.product is not distinct from ${product}::text and r.body is null)
      returning refusal_id`.execute(tx.q);
    if (rows.length > 0) tx.record('ai.push-refused', null, { product, code: refusal.code });
  });
}

/** The run and version that a body names, whatever else is wrong with it. */
function namesIn(body: string): { readonly run?: string; readonly version?: string } {
  try {
    const { run, version } = JSON.parse(body) as { run?: unknown; version?: unknown };
    const short = (value: unknown) => (typeof value === 'string' ? { value: value.slice(0, 80) } : undefined);
    const [r, v] = [short(run), short(version)];
    return { ...(r ? { run: r.value } : {}), ...(v ? { version: v.value } : {}) };
  } catch {
    return {};
  }
}
