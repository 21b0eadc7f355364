import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { ownCase } from '#contracts/own-figures';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import type { CaseKey } from './load-case.ts';

type OwnCase = OutputOf<typeof ownCase>;

/**
 * A closed case that the actor read herself and in which cancer was found then or in the interval: her own read, the
 * outcome and the diagnosis, and nobody else's read. The look is audited. Refuses with `not-found`.
 */
export async function loadOwnCase(tx: Tx, { personId, caseId }: CaseKey): Promise<Result<OwnCase>> {
  const { rows } = await sql<OwnCase>`
    select c.case_id as "caseId", extract(year from age(x.day, p.birth_date))::int as age, x.day as "examinedOn", u.name as unit,
      x.modality, c.outcome,
      coalesce((select jsonb_agg(jsonb_build_object('view', i.view, 'taken', i.taken) order by i.view) from image i
        where i.person_id = x.person_id and i.examination_id = x.examination_id), '[]') as views,
      array(select o.day::text from examination o where o.person_id = x.person_id and o.day < x.day
        and o.result <> 'technical-recall' order by o.day desc limit 4) as priors,
      (select jsonb_build_object('readOn', r.day, 'left', r.score_left, 'right', r.score_right, 'findings', r.findings)
        from read r where r.person_id = c.person_id and r.case_id = c.case_id and r.reader = ${tx.actor.userId}
        order by r.revises nulls first, r.revision desc limit 1) as own,
      (select jsonb_agg(jsonb_build_object('diagnosedOn', k.diagnosed_on, 'side', k.side, 'behaviour', k.behaviour,
          'sizeMm', k.size_mm) order by k.diagnosed_on) from cancer k
        where k.person_id = c.person_id and k.episode_id = c.episode_id
          and k.detection in ('screen-detected', 'interval')) as cancers
    from reading_case c
    join examination x on x.person_id = c.person_id and x.examination_id = c.examination_id
    join person p on p.person_id = c.person_id
    join unit u on u.id = x.unit_id
    where c.person_id = ${personId} and c.case_id = ${caseId} and c.state = 'closed'`.execute(tx.q);
  const [row] = rows;
  if (!row?.own || !row.cancers) return refuse('not-found', 'There is no such case among those you have read');
  tx.look(personId, 'own case with cancer');
  return ok(row);
}
