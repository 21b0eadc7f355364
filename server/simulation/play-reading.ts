import { sql } from 'kysely';
import { type Day, dayNumber, weekday } from '#core/kernel/day';
import { imagesOf } from '#core/simulation/image';
import { readScores, simulatedReader, streamOfReader } from '#core/simulation/reading';
import type { Actor } from '#core/people/access';
import { claimTask } from '#server/reading/claim-task';
import { recordRead } from '#server/reading/record-read';
import { byCentre } from './by-centre.ts';
import { changedByOther } from './expected.ts';
import { act, type Play } from './play.ts';
import { presentLife, treatedSql } from './synthetic-woman.ts';

type Task = {
  readonly personId: string;
  readonly caseId: string;
  readonly step: string;
  readonly centreId: string;
  readonly notReaders: readonly string[];
  /** She who is asked to look again. */
  readonly onlyReader: string | null;
  /** Who of the centre may read it: all, or its seniors. */
  readonly may: readonly string[];
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly treated: boolean;
  readonly imagedOn: Day;
  readonly hasPriors: boolean;
  readonly readers: readonly string[];
};

/** Simulated readers read what is open, oldest first, and leave the newest at the desk's centre. Returns how many reads. */
export async function playReading(play: Play): Promise<number> {
  if (weekday(play.today) > 5) return 0;
  const tasks = await openReads(play);
  const atDesk = tasks.filter((task) => task.centreId === play.demo.desk.centreId);
  const left = new Set(play.demo.desk.reads > 0 ? atDesk.slice(-play.demo.desk.reads) : []);
  let count = 0;
  await byCentre(tasks, async (task) => {
    const reader = left.has(task) ? undefined : readerOf(play, task);
    if (!reader) return;
    const life = presentLife(play.demo.seed, task);
    const day = dayNumber(task.imagedOn);
    const who = simulatedReader(play.demo.seed, reader.userId);
    const scores = readScores(imagesOf(life, day), who, streamOfReader(life, day, who), task.hasPriors);
    const done = await act(
      play,
      reader,
      async (tx) => {
        const claimed = await claimTask(tx, task);
        if (!claimed.ok) return claimed;
        return recordRead(tx, { ...claimed.value, left: scores.left, right: scores.right });
      },
      changedByOther,
    );
    if (done) count++;
  });
  return count;
}

async function openReads(play: Play): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`
    select t.person_id as "personId", t.case_id as "caseId", t.step, t.centre_id as "centreId", t.not_readers as "notReaders", t.only_reader as "onlyReader",
      array(select u.id from staff_user u where u.centre_id = t.centre_id and (u.senior or not t.senior)) as may,
      p.identity_number as "identityNumber", p.birth_date as "birthDate", ${treatedSql} as treated, x.day as "imagedOn",
      exists (select from examination earlier where earlier.person_id = x.person_id and earlier.episode_id <> x.episode_id and earlier.day < x.day) as "hasPriors",
      array(select r.reader from read r where r.person_id = t.person_id and r.case_id = t.case_id) as readers
    from reading_task t
    join person p on p.person_id = t.person_id
    join reading_case c on c.person_id = t.person_id and c.case_id = t.case_id
    join examination x on x.person_id = c.person_id and x.examination_id = c.examination_id
    where t.kind = 'read' and not t.held and (t.claimed_by is null or t.lease_until < now()) and p.kind = 'known'
    order by t.centre_id, x.day, p.identity_number, t.step`.execute(play.db.kysely);
  return rows;
}

/** The same reader for the same case and step, whenever it is played; the second is never the first. */
function readerOf(play: Play, task: Task): Actor | undefined {
  const centre = play.staff.get(task.centreId)?.readers ?? [];
  if (task.onlyReader) return centre.find((one) => one.userId === task.onlyReader);
  const readers = centre.filter((one) => task.may.includes(one.userId));
  const turn =
    (Number(task.identityNumber.slice(0, 9)) + dayNumber(task.imagedOn) + Number(task.step === 'r2')) % readers.length;
  const taken = new Set([...task.notReaders, ...task.readers]);
  for (let i = 0; i < readers.length; i++) {
    const reader = readers[(turn + i) % readers.length];
    if (reader && !taken.has(reader.userId)) return reader;
  }
  return undefined;
}
