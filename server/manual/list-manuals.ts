import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listManuals as contract } from '#contracts/manual';
import { type Entry, entrySchema, openMeasures, standingOf } from '#core/manual/progress';
import type { Tx } from '#server/db/transaction';
import { editionOf, latestEdition } from './find-edition.ts';

type Manuals = OutputOf<typeof contract>;

/** How each centre that the actor sees stands for a year; the latest year unless told. */
export async function listManuals(tx: Tx, input: { readonly year?: number | undefined }): Promise<Manuals> {
  const years = await tx.q.selectFrom('manual_year').selectAll().orderBy('year', 'desc').execute();
  const year = years.find((one) => one.year === input.year) ?? (input.year === undefined ? years[0] : undefined);
  const { criteria, ...edition } = year ? await editionOf(tx, year) : await latestEdition(tx);
  const logs = year ? await loadLogs(tx, year.year) : new Map<string, Entry[]>();
  const centres = await tx.q
    .selectFrom('centre as c')
    .innerJoin('region as r', 'r.id', 'c.region_id')
    .select(['c.id', 'c.short_name', 'r.name as region'])
    .where(sql<boolean>`actor_sees_centre(c.id)`)
    .orderBy('c.id')
    .execute();
  return {
    years: years.map((one) => ({ year: one.year, dueOn: one.due_on })),
    year: year?.year ?? null,
    edition: { ...edition, criteria: criteria.length },
    centres: year
      ? centres.map(({ id, short_name, region }) => {
          const standing = standingOf(year.due_on, logs.get(id) ?? []);
          const measures = openMeasures(standing);
          const answers = Object.values(standing.answers);
          const waiting = standing.stage === 'open' || standing.stage === 'returned';
          return {
            centreId: id,
            name: short_name,
            region,
            stage: standing.stage,
            dueOn: standing.dueOn,
            overdue: waiting && standing.dueOn < tx.today,
            answered: answers.length,
            notMet: answers.filter(({ verdict }) => verdict === 'not-met' || verdict === 'partly').length,
            questions: Object.keys(standing.questions).length,
            openMeasures: measures.length,
            overdueMeasures: measures.filter((one) => one.dueOn < tx.today).length,
          };
        })
      : [],
  };
}

async function loadLogs(tx: Tx, year: number): Promise<Map<string, Entry[]>> {
  const rows = await tx.q
    .selectFrom('manual_entry')
    .select(['centre_id', 'entry'])
    .where('year', '=', year)
    .orderBy('centre_id')
    .orderBy('seq')
    .execute();
  const logs = new Map<string, Entry[]>();
  for (const { centre_id, entry } of rows)
    logs.set(centre_id, [...(logs.get(centre_id) ?? []), entrySchema.parse(entry)]);
  return logs;
}
