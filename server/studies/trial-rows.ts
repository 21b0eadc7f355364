import { sql } from 'kysely';
import type { Protocol } from '#core/protocols/protocol';
import { stepsOf } from '#core/protocols/protocol';
import type { TrialRow } from '#core/studies/trial-row';
import { followUpDays } from '#programmes/breast-no/study-monitoring';
import type { Tx } from '#server/db/transaction';
import type { Monitored } from './monitored.ts';

type Row = Omit<TrialRow, 'protocol'> & { readonly version: string; readonly personId: string };
export type PersonRow = TrialRow & { readonly personId: string };

/**
 * Every examination that was drawn for, also one that was drawn for at check-in and never made, with how it was read and what
 * became of her; of the sites that may be seen. Needs the
 * programme's own hand: the request role cannot read an arm.
 */
export async function trialRows(tx: Tx, { study, sight }: Monitored): Promise<readonly PersonRow[]> {
  const protocols = new Map(study.versions.map(({ plan }) => [plan.version, plan.protocol]));
  const models = modelsOfStudy(study);
  const centres = sight.centres === 'all' ? null : sight.centres === 'none' ? [] : sight.centres;
  const { rows } = await sql<Row>`
    select a.person_id as "personId", a.examination_id as "examinationId", a.centre_id as "centreId", a.day, a.version, a.arm, a.first,
      case when c.case_id is not null then json_build_object('protocolId', c.protocol_id, 'version', c.protocol_version,
        'arm', c.arm, 'outcome', c.outcome) end as reading,
      coalesce((select json_agg(json_build_object('step', r.step, 'left', r.score_left, 'right', r.score_right)) from (
        select distinct on (step) step, score_left, score_right from read
        where person_id = c.person_id and case_id = c.case_id order by step, revision desc) r), '[]') as reads,
      coalesce((select json_agg(json_build_object('step', k.step, 'decision', k.decision)) from consensus k
        where k.person_id = c.person_id and k.case_id = c.case_id), '[]') as consensus,
      (select jsonb_strip_nulls(jsonb_build_object('score', i.score, 'left', i.score_left, 'right', i.score_right, 'pct', i.pct))
          || coalesce(i.extras, '{}')
        from ai_result i where i.person_id = a.person_id and i.examination_id = a.examination_id
          and i.product = any (${models}::text[]) and i.score is not null order by i.received_at nulls first, i.analysed_on limit 1) as ai,
      exists (select from ai_late l where l.person_id = c.person_id and l.case_id = c.case_id) as late,
      coalesce((select array_agg(d.kind) from study_deviation d where d.person_id = a.person_id and d.study_id = a.study_id
        and d.examination_id = a.examination_id), '{}') as deviations,
      (select case when s.answer = 'withdraws' then s.scope end from study_consent s
        where s.person_id = a.person_id and s.study_id = a.study_id order by s.recorded_at desc limit 1) as withdrawn,
      case when p.status_on < a.day then null when p.status = 'dead' then 'died' when p.status = 'emigrated' then 'emigrated' end as gone,
      (select json_build_object('detection', coalesce(k.detection, 'outside'), 'behaviour', k.behaviour, 'sizeMm', k.size_mm, 'nodes', k.nodes)
        from cancer k where k.person_id = a.person_id and k.episode_id = coalesce(x.episode_id, t.episode_id)
          and k.detection in ('screen-detected', 'interval') order by k.diagnosed_on limit 1) as cancer,
      a.day + ${followUpDays}::int <= ${tx.today}::date as "followedUp"
    from allocation a
    left join examination x on x.person_id = a.person_id and x.examination_id = a.examination_id
    left join images_to_take t on t.person_id = a.person_id and t.examination_id = a.examination_id
    join person p on p.person_id = a.person_id
    left join reading_case c on c.person_id = a.person_id and c.examination_id = a.examination_id
    where a.study_id = ${study.studyId} and (${centres}::text[] is null or a.centre_id = any (${centres}::text[]))
    order by a.day, a.examination_id`.execute(tx.q);
  return rows.map(({ version, ...row }) => ({
    ...row,
    protocol: protocols.get(version) ?? study.current.plan.protocol,
  }));
}

/** The products that the study's protocols name, in every version of its plan. */
export function modelsOfStudy({ versions }: Pick<Monitored['study'], 'versions'>): readonly string[] {
  return [...new Set(versions.flatMap(({ plan }) => modelsOf(plan.protocol)))];
}

function modelsOf(protocol: Protocol): readonly string[] {
  return Object.keys(protocol.arms).flatMap((arm) =>
    stepsOf(protocol, arm).flatMap((step) => ('ai' in step ? [step.model] : [])),
  );
}
