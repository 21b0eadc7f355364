import { sql } from 'kysely';
import { addDays, type Day, dayNumber } from '#core/kernel/day';
import { takesTissue } from '#core/assessment/procedures';
import { assessmentResult } from '#core/simulation/assessment';
import { imagesOf } from '#core/simulation/image';
import { streamOfDay } from '#core/simulation/life';
import { pathologyOf } from '#core/simulation/pathology';
import { recordAssessment } from '#server/assessment/record-assessment';
import { recordPathology } from '#server/assessment/record-pathology';
import { recordTreatment } from '#server/assessment/record-treatment';
import { changedByOther } from './expected.ts';
import { act, type Play } from './play.ts';
import { streams } from './play-answers.ts';
import { byTurn } from './staff.ts';
import { presentLife } from './synthetic-woman.ts';

/** Days from biopsy to pathology's answer, and from the answer to first treatment. Configuration. */
const ANSWER_DAYS = 4;
const TREATMENT_DAYS = 18;

type Recalled = {
  readonly personId: string;
  readonly episodeId: string;
  readonly centreId: string;
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly imagedOn: Day;
  readonly day: Day;
};

/** The assessment day at each centre: who has a time today comes. The desk's last ones are left. */
export async function playAssessment(play: Play): Promise<number> {
  const today = await recalledWomen(
    play,
    sql`
    join assessment_appointment s on s.person_id = e.person_id and s.episode_id = e.episode_id
      and s.status = 'booked' and s.day <= ${play.today}`,
    sql`s.day`,
  );
  const atDesk = today.filter((one) => one.centreId === play.demo.desk.centreId);
  const left = new Set(play.demo.desk.assessments > 0 ? atDesk.slice(-play.demo.desk.assessments) : []);
  let assessed = 0;
  for (const one of today) {
    const assessor = byTurn(play.staff.get(one.centreId)?.readers ?? [], dayNumber(one.imagedOn));
    if (left.has(one) || !assessor) continue;
    const found = findings(play, one);
    const imaging = takesTissue(found.procedures) ? 'biopsied' : found.result === 'benign' ? 'benign' : 'negative';
    const { personId, episodeId } = one;
    await act(
      play,
      assessor,
      (tx) => recordAssessment(tx, { personId, episodeId, procedures: [...new Set(found.procedures)], imaging }),
      changedByOther,
    );
    assessed++;
  }
  return assessed;
}

/** Pathology answers the biopsies, and what was cancer is treated. Returns how many answers came. */
export async function playPathology(play: Play): Promise<number> {
  const awaited = await recalledWomen(
    play,
    sql`
    join lateral (select a.day, a.result from assessment a where a.person_id = e.person_id and a.episode_id = e.episode_id
      order by a.recorded_at desc limit 1) s on s.result = 'awaiting-pathology' and s.day <= ${addDays(play.today, -ANSWER_DAYS)}`,
    sql`s.day`,
  );
  for (const one of awaited) {
    const coordinator = byTurn(play.staff.get(one.centreId)?.coordinators ?? [], 0);
    if (!coordinator) continue;
    const { tumour } = findings(play, one);
    const { personId, episodeId } = one;
    const key = { personId, episodeId, specimen: 'biopsy' as const };
    if (!tumour) {
      await act(
        play,
        coordinator,
        (tx) => recordPathology(tx, { ...key, side: 'left', conclusion: 'benign' }),
        changedByOther,
      );
      continue;
    }
    const { behaviour, ...answer } = reportOf(play, one);
    await act(
      play,
      coordinator,
      (tx) => recordPathology(tx, { ...key, ...answer, conclusion: behaviour }),
      changedByOther,
    );
  }
  await playTreatment(play);
  return awaited.length;
}

async function playTreatment(play: Play): Promise<void> {
  const untreated = await recalledWomen(
    play,
    sql`
    join lateral (select min(x.reported_on) as day from pathology x where x.person_id = e.person_id and x.episode_id = e.episode_id
      and x.conclusion in ('dcis', 'invasive')) s on s.day <= ${addDays(play.today, -TREATMENT_DAYS)}
      and not exists (select from treatment t where t.person_id = e.person_id and t.episode_id = e.episode_id)`,
    sql`s.day`,
    'closed',
  );
  for (const one of untreated) {
    const coordinator = byTurn(play.staff.get(one.centreId)?.coordinators ?? [], 0);
    const { personId, episodeId } = one;
    const { surgery: kind } = surgeryOf(play, one);
    if (coordinator)
      await act(
        play,
        coordinator,
        (tx) => recordTreatment(tx, { personId, episodeId, day: play.today, kind }),
        changedByOther,
      );
  }
}

function findings(play: Play, one: Recalled) {
  const life = presentLife(play.demo.seed, { ...one, treated: false });
  const day = dayNumber(one.imagedOn);
  return { ...assessmentResult(life, imagesOf(life, day), day, streamOfDay(life, day, streams.assessment)), life };
}

function surgeryOf(play: Play, one: Recalled) {
  const { tumour, life } = findings(play, one);
  const day = dayNumber(one.imagedOn);
  return tumour ? pathologyOf(tumour, day, streamOfDay(life, day, streams.pathology)) : { surgery: 'none' as const };
}

function reportOf(play: Play, one: Recalled) {
  const { tumour, life } = findings(play, one);
  if (!tumour) throw new Error('a report of cancer without a tumour');
  const day = dayNumber(one.imagedOn);
  const { side, behaviour, histology, sizeMm, grade, nodes, er, pr, her2 } = pathologyOf(
    tumour,
    day,
    streamOfDay(life, day, streams.pathology),
  );
  return { side, behaviour, histology, sizeMm, grade, nodes, er, pr, her2 };
}

/** Women in assessment (or, closed, with cancer) with the day of their images, in a fixed order. */
async function recalledWomen(
  play: Play,
  join: ReturnType<typeof sql>,
  day: ReturnType<typeof sql>,
  state: 'assessment' | 'closed' = 'assessment',
): Promise<readonly Recalled[]> {
  const { rows } = await sql<Recalled>`
    select e.person_id as "personId", e.episode_id as "episodeId", e.centre_id as "centreId",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", x.day as "imagedOn", ${day} as day
    from episode e
    join person p on p.person_id = e.person_id
    join lateral (select max(day) as day from examination x where x.person_id = e.person_id and x.episode_id = e.episode_id
      and x.result <> 'technical-recall') x on x.day is not null
    ${join}
    where p.kind = 'known' and ${state === 'closed' ? sql`e.outcome = 'cancer'` : sql`e.state = 'assessment'`}
    order by e.centre_id, 7, p.identity_number`.execute(play.db.kysely);
  return rows;
}
