import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { dataCutFile as fileContract, listDataCuts as contract } from '#contracts/study-monitoring';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { headOf, withArms } from './monitored.ts';

type Shown = OutputOf<typeof contract>;
type File = OutputOf<typeof fileContract>;

/** The frozen data sets of a study. Refuses `not-found`, `not-unblinded`. */
export function listDataCuts(db: Database, actor: Actor, studyId: string): Promise<Shown | Result<never>> {
  return withArms(db, actor, { studyId, what: 'list of data cuts' }, async (tx, may) => {
    const snapshot = await latestSnapshot(db);
    return {
      head: headOf(may),
      snapshot: snapshot ? { id: snapshot.id, dataCut: snapshot.dataCut } : null,
      cuts: await cutsOf(tx, studyId),
    };
  });
}

async function cutsOf(tx: Tx, studyId: string): Promise<Shown['cuts']> {
  const { rows } = await sql<Shown['cuts'][number]>`
    select d.cut_id as "cutId", d.version, d.data_cut as "dataCut", d.snapshot_id as "snapshotId", d.rows, d.left_out as "leftOut",
      d.sha256, d.purpose, coalesce(u.name, d.made_by) as by, d.made_on as "madeOn", (
        select count(distinct s.person_id)::int from study_consent s
        where s.study_id = d.study_id and s.scope = 'remove-from-analysis' and s.recorded_at > d.made_at
          and exists (select from allocation a where a.person_id = s.person_id and a.study_id = s.study_id and a.day <= d.data_cut)
      ) as "removedSince"
    from study_data_cut d left join staff_user u on u.id = d.made_by
    where d.study_id = ${studyId} order by d.made_at desc`.execute(tx.q);
  return rows;
}

/** A file of a data set. Refuses `not-found`, `not-unblinded`, `removed-since`: a woman in it has asked to be taken out. */
export function dataCutFile(
  db: Database,
  actor: Actor,
  asked: { readonly studyId: string; readonly cutId: string; readonly file: string },
): Promise<Result<File>> {
  return withArms(
    db,
    actor,
    { studyId: asked.studyId, what: `${asked.cutId} ${asked.file}` },
    async (tx): Promise<Result<File>> => {
      const cut = (await cutsOf(tx, asked.studyId)).find(({ cutId }) => cutId === asked.cutId);
      const stored = await tx.q
        .selectFrom('study_data_cut')
        .select('folder')
        .where('cut_id', '=', asked.cutId)
        .executeTakeFirst();
      if (!cut || !stored) return refuse('not-found', `There is no data set ${asked.cutId}`);
      if (cut.removedSince > 0)
        return refuse('removed-since', 'Women in it have asked to be removed since: freeze a new data set', {
          women: cut.removedSince,
        });
      const bytes = await readFile(join(stored.folder, asked.file));
      const ending = asked.file.slice(asked.file.lastIndexOf('.') + 1);
      const mediaType = { csv: 'text/csv', json: 'application/json' }[ending] ?? 'application/vnd.apache.parquet';
      return ok({ fileName: `${asked.cutId}-${asked.file}`, mediaType, content: bytes.toString('base64') });
    },
  );
}
