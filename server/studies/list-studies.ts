import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listStudies as contract } from '#contracts/studies';
import { sightOf } from '#core/studies/sight';
import type { Tx } from '#server/db/transaction';
import { rolesOf } from './roles-of.ts';
import { parsePlan } from './studies-recruiting.ts';

type Row = {
  readonly studyId: string;
  readonly state: OutputOf<typeof contract>['studies'][number]['state'];
  readonly plan: unknown;
  readonly signature: string | null;
  readonly sitesOpen: number;
  readonly allocated: number;
};

/** Every study with its newest or used version; those that recruit first. Allocated: those that the one who asks may see, if any (core/studies/sight.ts). */
export async function listStudies(tx: Tx): Promise<OutputOf<typeof contract>> {
  const { rows } = await sql<Row>`
    select s.study_id as "studyId", s.state, v.plan, v.signature,
      (select count(*)::int from study_site t where t.study_id = s.study_id and t.state = 'open') as "sitesOpen",
      (select count(*)::int from allocation a where a.study_id = s.study_id) as allocated
    from study s join study_version v on v.study_id = s.study_id and v.version = s.version
    order by array_position(array['open', 'paused', 'approved', 'set-up', 'draft', 'closed'], s.state), s.study_id`.execute(
    tx.q,
  );
  const roles = await rolesOf(tx);
  return {
    studies: rows.map(({ plan: stored, signature, allocated, ...row }) => {
      const plan = parsePlan(stored, signature);
      const { title, version, invented, recruitment } = plan;
      const held = roles.filter(({ studyId }) => studyId === row.studyId).map(({ role }) => role);
      const counts = sightOf(tx.actor, held, plan.sites).centres !== 'none';
      return {
        ...row,
        allocated: counts ? allocated : null,
        title,
        version,
        invented,
        sites: plan.sites.length,
        target: recruitment.total,
      };
    }),
  };
}
