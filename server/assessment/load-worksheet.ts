import { sql } from 'kysely';
import type { worksheet } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import { interviewSchema } from '#core/examination/interview';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type Worksheet = OutputOf<typeof worksheet>;
type Key = { readonly personId: string; readonly episodeId: string };

/** One woman's assessment: why she is recalled, what was done, what pathology answered. Refuses `not-found`. */
export async function loadWorksheet(tx: Tx, key: Key): Promise<Result<Worksheet>> {
  const head = await loadHead(tx, key);
  if (!head) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  tx.look(key.personId, 'assessment worksheet');
  const treatments = await tx.q
    .selectFrom('treatment')
    .select(['day', 'kind'])
    .where('person_id', '=', key.personId)
    .where('episode_id', '=', key.episodeId)
    .orderBy('day')
    .execute();
  const { interview, ...rest } = head;
  const answers = interviewSchema.safeParse(interview);
  return ok({
    today: tx.today,
    ...key,
    ...rest,
    because: rest.because === 'symptoms' ? 'symptoms' : 'images',
    symptoms: answers.success ? answers.data.symptoms : [],
    appointment: await loadAppointment(tx, key),
    assessments: await loadAssessments(tx, key),
    pathology: await loadPathology(tx, key),
    treatments,
  });
}

type Head = Pick<
  Worksheet,
  | 'name'
  | 'birthDate'
  | 'centreId'
  | 'state'
  | 'outcome'
  | 'recalledOn'
  | 'because'
  | 'breasts'
  | 'consensusNote'
  | 'reasons'
  | 'examinedOn'
> & { interview: unknown };

async function loadHead(tx: Tx, { personId, episodeId }: Key): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate", e.centre_id as "centreId", e.state,
      e.outcome,
      coalesce(v.day, k.day) as "recalledOn", v.because, coalesce(k.breasts, '{}') as breasts, k.note as "consensusNote",
      coalesce(k.reasons, '[]') as reasons,
      x.day as "examinedOn", x.interview
    from episode e
    join person p on p.person_id = e.person_id
    left join lateral (
      select v.day, v.detail ->> 'because' as because from episode_event v
      where v.person_id = e.person_id and v.episode_id = e.episode_id and v.kind = 'recalled'
      order by v.recorded_at desc limit 1
    ) v on true
    left join lateral (
      select k.day, k.breasts, k.note, k.reasons from reading_case c
      join consensus k on k.person_id = c.person_id and k.case_id = c.case_id and k.decision = 'recall'
      where c.person_id = e.person_id and c.episode_id = e.episode_id order by k.recorded_at desc limit 1
    ) k on true
    left join lateral (
      select x.day, x.interview from examination x
      where x.person_id = e.person_id and x.episode_id = e.episode_id and x.result <> 'technical-recall'
      order by x.day desc limit 1
    ) x on true
    where e.person_id = ${personId} and e.episode_id = ${episodeId}`.execute(tx.q);
  return rows[0];
}

async function loadAppointment(tx: Tx, { personId, episodeId }: Key): Promise<Worksheet['appointment']> {
  const row = await tx.q
    .selectFrom('assessment_appointment')
    .select(['appointment_id', 'version', 'day', 'at', 'status'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .where('status', 'not in', ['moved', 'cancelled'])
    .orderBy('day', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    day: row.day,
    at: row.at.slice(0, 5),
    status: row.status,
  };
}

async function loadAssessments(tx: Tx, { personId, episodeId }: Key): Promise<Worksheet['assessments']> {
  const { rows } = await sql<Worksheet['assessments'][number]>`
    select a.day, coalesce(s.name, a.assessor) as assessor, a.procedures, a.result, a.note from assessment a
    left join staff_user s on s.id = a.assessor
    where a.person_id = ${personId} and a.episode_id = ${episodeId}
    order by a.recorded_at, (a.result <> 'awaiting-pathology')`.execute(tx.q);
  return rows;
}

async function loadPathology(tx: Tx, { personId, episodeId }: Key): Promise<Worksheet['pathology']> {
  const { rows } = await sql<Worksheet['pathology'][number]>`
    select reported_on as "reportedOn", side, specimen, conclusion, histology, size_mm as "sizeMm", grade, nodes, er, pr,
      her2
    from pathology where person_id = ${personId} and episode_id = ${episodeId}
    order by reported_on, pathology_id`.execute(tx.q);
  return rows;
}
