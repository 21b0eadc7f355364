import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showConsort as contract } from '#contracts/study-monitoring';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { type AssessedGroup, consortFlow } from '#core/studies/consort';
import { armsOf } from '#core/studies/study';
import { setRules } from '#programmes/breast-no/study-monitoring';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { headOf, type Monitored, withArms, withoutArms } from './monitored.ts';
import { trialRows } from './trial-rows.ts';

type Shown = OutputOf<typeof contract>;

/** The CONSORT flow of a study now; with arms apart only when asked for by who may see them (else refused). */
export function showConsort(
  db: Database,
  actor: Actor,
  { studyId, arms }: { readonly studyId: string; readonly arms: 'yes' | 'no' },
): Promise<Shown | Result<never>> {
  return arms === 'yes'
    ? withArms(db, actor, { studyId, what: 'flow by arm' }, (tx, may) => show(tx, may, true))
    : withoutArms(db, actor, studyId, (tx, may) => show(tx, may, false));
}

async function show(tx: Tx, may: Monitored, apart: boolean): Promise<Shown> {
  const { plan } = may.study.current;
  const arms = armsOf(plan).map(({ arm }) => arm);
  const flow = consortFlow(await assessedGroups(tx, may), await trialRows(tx, may), apart ? arms : null, setRules);
  return {
    head: headOf(may),
    reasonWords: Object.fromEntries(plan.eligibility.criteria.map(({ id, words }) => [id, words])),
    armNames: apart ? plan.armNames : {},
    flow: plain(flow),
    rules: Object.fromEntries(Object.entries(setRules).map(([set, rule]) => [set, [...rule]])),
    deviations: await deviations(tx, may),
  };
}

/** Lists that may be written to, as the contract's output has them. */
function plain({ excluded, arms, ...flow }: ReturnType<typeof consortFlow>): Shown['flow'] {
  return {
    ...flow,
    excluded: { ...excluded, reasons: [...excluded.reasons] },
    arms: arms.map((arm) => ({
      ...arm,
      analysed: Object.fromEntries(
        Object.entries(arm.analysed).map(([set, { count, out }]) => [set, { count, out: [...out] }]),
      ),
    })),
  };
}

/** A woman counts once where she is what is drawn for: as drawn if she ever was, else as when she was last assessed. */
async function assessedGroups(tx: Tx, { study, sight }: Monitored): Promise<readonly AssessedGroup[]> {
  const each = study.current.plan.unit === 'woman' ? sql`s.person_id` : sql`s.person_id, s.examination_id`;
  const centres = sight.centres === 'all' ? null : sight.centres === 'none' ? [] : sight.centres;
  const { rows } = await sql<AssessedGroup>`
    select reasons, drawn, count(*)::int as count from (
      select distinct on (${each}) s.reasons,
        exists (select from allocation a where a.person_id = s.person_id and a.study_id = s.study_id
          and a.examination_id = s.examination_id) as drawn
      from study_assessment s
      where s.study_id = ${study.studyId} and (${centres}::text[] is null or s.centre_id = any (${centres}::text[]))
      order by ${each}, s.eligible desc, s.day desc
    ) each
    group by reasons, drawn`.execute(tx.q);
  return rows;
}

async function deviations(tx: Tx, { study, sight }: Monitored): Promise<Shown['deviations']> {
  let query = tx.q
    .selectFrom('study_deviation as d')
    .innerJoin('centre as c', 'c.id', 'd.centre_id')
    .leftJoin('staff_user as u', 'u.id', 'd.recorded_by')
    .select(['d.kind', 'd.words', 'd.happened_on', 'c.short_name', 'u.name', 'd.recorded_by'])
    .where('d.study_id', '=', study.studyId);
  if (sight.centres !== 'all') query = query.where('d.centre_id', 'in', [...sight.centres]);
  const rows = await query.orderBy('d.happened_on', 'desc').limit(500).execute();
  return rows.map((row) => ({
    kind: row.kind,
    words: row.words,
    happenedOn: row.happened_on,
    centre: row.short_name,
    by: row.name ?? row.recorded_by,
  }));
}
