/** Records that a small country may lack by chance, so that every page with a parameter has one to show. */
import { randomUUID } from 'node:crypto';
import type { Database } from '#server/db/database';

/** At centre C06: a consensus meeting that has ended, and an interval cancer after images that reader 2 read. */
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
}
