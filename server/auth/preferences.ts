import type { preferences } from '#contracts/preferences';
import type { OutputOf } from '#contracts/endpoint';
import type { Tx } from '#server/db/transaction';

type Preferences = OutputOf<typeof preferences>;

const defaults: Preferences = { shortcuts: true, sound: true };
const names = ['shortcuts', 'sound'] as const;

/** What the acting user has chosen for herself. */
export async function loadPreferences(tx: Tx): Promise<Preferences> {
  const rows = await tx.q
    .selectFrom('staff_preference')
    .select(['name', 'value'])
    .where('user_id', '=', tx.actor.userId)
    .execute();
  return { ...defaults, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) };
}

/** Keeps her choices; those not named stay as they were. */
export async function savePreferences(
  tx: Tx,
  chosen: { readonly shortcuts?: boolean | undefined; readonly sound?: boolean | undefined },
): Promise<Preferences> {
  for (const name of names) {
    const value = chosen[name];
    if (value === undefined) continue;
    await tx.q
      .insertInto('staff_preference')
      .values({ user_id: tx.actor.userId, name, value })
      .onConflict((c) => c.columns(['user_id', 'name']).doUpdateSet({ value }))
      .execute();
    tx.record('preference.saved', null, { name, value });
  }
  return loadPreferences(tx);
}
