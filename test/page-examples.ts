/** Records that a small country may lack by chance, so that every page with a parameter has one to show. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { startReplay } from '#server/replay/start-replay';

/** At centre C06: a consensus meeting that has ended, an interval cancer after images that reader 2 read, and a sample of images. */
export async function addExamples(db: Database): Promise<void> {
  const meeting = randomUUID();
  await db.pool.query(
    `insert into consensus_meeting (meeting_id, centre_id, day, presided_by, closed_at)
     select $1, 'C06', today, 'L-C06-1', now() from programme_clock`,
    [meeting],
  );
  await db.pool.query(
    `insert into consensus_presence (meeting_id, user_id, until_at) values ($1, 'L-C06-1', now()), ($1, 'L-C06-2', now())`,
    [meeting],
  );
  await db.pool.query(
    `insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, size_mm, nodes, er, pr, her2, surgery,
       detection, interval_window, episode_id)
     select c.person_id, $1, c.opened_on + 200, 'left', 'invasive', 'ductal', 18, 'unknown', 'unknown', 'unknown', 'unknown',
       'unknown', 'interval', '0-11', c.episode_id
     from reading_case c join read r on r.person_id = c.person_id and r.case_id = c.case_id
     where c.centre_id = 'C06' and c.outcome = 'negative' and r.reader = 'L-C06-2'
       and not exists (select from cancer k where k.person_id = c.person_id)
     order by c.opened_on, c.case_id limit 1`,
    [randomUUID()],
  );
  await addImageSample(db);
  await addReplay(db);
}

/** A replay of one protocol against the routine, done. */
async function addReplay(db: Database): Promise<void> {
  const snapshot = (await latestSnapshot(db))?.id ?? '';
  const arms = ['no-routine/1/routine', 'aims-1/1/ai'];
  const asked = { snapshot, arms, product: 'all', followed: false, analysed: true };
  const office: Actor = { userId: 'PK-1', name: '', role: 'office', centres: 'all' };
  const started = await startReplay(db, office, asked);
  if (!started.ok) throw new Error(started.refusal.what);
  const { id } = started.value;
  const ended = () => db.pool.query(`select from replay_run where run_id = $1 and state <> 'running'`, [id]);
  while ((await ended()).rowCount === 0) await sleep(50);
}

/** A sample for peer audit with one examination in it, of a colleague of radiographer 1. */
async function addImageSample(db: Database): Promise<void> {
  const sample = randomUUID();
  await db.pool.query(
    `insert into image_sample (sample_id, centre_id, from_day, to_day, per_radiographer, seed, drawn_on, drawn_by)
     select $1, 'C06', today - 90, today, 1, 'x', today, 'K-C06-1' from programme_clock`,
    [sample],
  );
  const { rows } = await db.pool.query(
    `insert into image_sample_case (person_id, sample_id, examination_id, centre_id, place, radiographer)
     select person_id, $1, examination_id, centre_id, 1, radiographer from examination x
     where centre_id = 'C06' and radiographer <> 'R-C06-1'
       and not exists (select from image i where i.examination_id = x.examination_id)
     order by day desc, examination_id limit 1 returning person_id, examination_id`,
    [sample],
  );
  await db.pool.query(
    `insert into image (person_id, examination_id, image_id, view, taken, quality)
     select $1, $2, gen_random_uuid(), v, true, 'P' from unnest(array['RCC', 'LCC', 'RMLO', 'LMLO']) v`,
    [rows[0]?.person_id, rows[0]?.examination_id],
  );
}
