import { z } from 'zod';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';

/**
 * What makes an installation a demo: the seed its women's lives are computed from, and the desk, the centre whose newest
 * work is left for the person at the screen.
 */
const demoSetting = z.object({
  seed: z.number().int(),
  desk: z.object({
    centreId: z.string(),
    /** How many open reads, consensus cases and assessments simulated staff leave at that centre. */
    reads: z.number().int().nonnegative(),
    consensus: z.number().int().nonnegative(),
    assessments: z.number().int().nonnegative(),
  }),
});
export type Demo = z.output<typeof demoSetting>;

export const demoDesk: Demo['desk'] = { centreId: 'C06', reads: 24, consensus: 4, assessments: 2 };

/** The demo of this installation, or undefined in a real programme. */
export async function readDemo(db: Database): Promise<Demo | undefined> {
  const row = await db.kysely.selectFrom('setting').select('value').where('key', '=', 'demo').executeTakeFirst();
  return row ? demoSetting.parse(row.value) : undefined;
}

export async function writeDemo(tx: Tx, demo: Demo): Promise<void> {
  const value = JSON.stringify(demo);
  await tx.q
    .insertInto('setting')
    .values({ key: 'demo', value })
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute();
}
