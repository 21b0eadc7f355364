import { sql } from 'kysely';
import type { Edition } from '#core/manual/edition';
import { type Entry, entrySchema, type Standing, standingOf } from '#core/manual/progress';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { editionOf } from './find-edition.ts';

export type Logged = { readonly seq: number; readonly day: Day; readonly by: string; readonly entry: Entry };
export type CentreYear = {
  readonly centre: { readonly id: string; readonly name: string };
  readonly edition: Edition;
  readonly log: readonly Logged[];
  readonly standing: Standing;
};

/** One centre's year with its log; refuses `not-found` for a year that is not open and a centre one may not see. */
export async function loadStanding(
  tx: Tx,
  which: { readonly year: number; readonly centreId: string },
): Promise<Result<CentreYear, 'not-found'>> {
  const year = await tx.q.selectFrom('manual_year').selectAll().where('year', '=', which.year).executeTakeFirst();
  const centre = await tx.q
    .selectFrom('centre')
    .select(['id', 'name'])
    .where('id', '=', which.centreId)
    .where(sql<boolean>`actor_sees_centre(id)`)
    .executeTakeFirst();
  if (!year || !centre)
    return refuse('not-found', `There are no answers for ${which.year} from ${which.centreId} that you may see`);
  const log = await loadLog(tx, which);
  return ok({
    centre,
    edition: await editionOf(tx, year),
    log,
    standing: standingOf(
      year.due_on,
      log.map((one) => one.entry),
    ),
  });
}

async function loadLog(tx: Tx, which: { readonly year: number; readonly centreId: string }): Promise<Logged[]> {
  const rows = await tx.q
    .selectFrom('manual_entry as e')
    .leftJoin('staff_user as u', 'u.id', 'e.by_user')
    .select(['e.seq', 'e.day', 'e.entry', 'e.by_user', 'u.name'])
    .where('e.year', '=', which.year)
    .where('e.centre_id', '=', which.centreId)
    .orderBy('e.seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    day: row.day,
    by: row.name ?? row.by_user,
    entry: entrySchema.parse(row.entry),
  }));
}
