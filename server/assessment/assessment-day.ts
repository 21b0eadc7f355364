import { sql } from 'kysely';
import type { assessmentDay } from '#contracts/assessment';
import type { OutputOf } from '#contracts/endpoint';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type AssessmentDay = OutputOf<typeof assessmentDay>;

/**
 * The women of a centre's assessment day, by time, one status each; today and the actor's first centre unless given.
 * Moved and cancelled times are left out. Every woman listed is audited as looked at. Refuses `not-found`.
 */
export async function loadAssessmentDay(
  tx: Tx,
  input: { readonly centreId?: string | undefined; readonly day?: Day | undefined },
): Promise<Result<AssessmentDay>> {
  const centres = await actorCentres(tx);
  const centre = input.centreId ? centres.find((c) => c.centreId === input.centreId) : centres[0];
  if (!centre)
    return refuse('not-found', 'There is no such breast centre among yours', { centre: input.centreId ?? '' });
  const day = input.day ?? tx.today;
  const { rows } = await sql<AssessmentDay['rows'][number]>`
    select t.person_id as "personId", t.episode_id as "episodeId", t.appointment_id as "appointmentId", t.version,
      left(t.at::text, 5) as at, t.status, concat_ws(', ', p.family_name, p.given_name) as name,
      p.birth_date as "birthDate",
      (select a.result from assessment a where a.person_id = t.person_id and a.episode_id = t.episode_id
       order by a.recorded_at desc, (a.result = 'awaiting-pathology') limit 1) as result
    from assessment_appointment t join person p on p.person_id = t.person_id
    where t.centre_id = ${centre.centreId} and t.day = ${day} and t.status not in ('moved', 'cancelled')
    order by t.at, p.family_name, t.person_id`.execute(tx.q);
  for (const row of rows) tx.look(row.personId, 'assessment day list');
  return ok({ today: tx.today, day, centreId: centre.centreId, centreName: centre.name, centres, rows });
}

async function actorCentres(tx: Tx): Promise<{ centreId: string; name: string }[]> {
  const centres = tx.actor.centres;
  return tx.q
    .selectFrom('centre')
    .select(['id as centreId', 'name'])
    .$if(centres !== 'all', (q) => q.where('id', 'in', [...centres]))
    .orderBy('name')
    .execute();
}
