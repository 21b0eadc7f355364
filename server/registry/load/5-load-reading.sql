-- Reading cases with their reads, consensus and AI results, and what assessment showed. Cases still open get their tasks
-- from the protocol's interpreter (open-cases.ts).

create temp table work_outcome on commit drop as
select k.person_id, k.case_id, coalesce(k.outcome, ended.outcome) as outcome,
  case when k.outcome is not null then k.closed_on when ended.outcome is not null then coalesce(w.closed_on, k.opened_on) end as closed_on
from work_case k
left join work_episode w on w.person_id = k.person_id and w.episode_id = k.episode_id
cross join lateral (select case when w.state = 'closed' or not k.latest then 'withdrawn' end as outcome) ended;
analyze work_outcome;

update reading_case c set state = 'closed', outcome = o.outcome, closed_on = o.closed_on, version = c.version + 1
from work_outcome o
where o.person_id = c.person_id and o.case_id = c.case_id and c.state <> 'closed' and o.outcome is not null;

insert into reading_case (person_id, case_id, episode_id, examination_id, centre_id, protocol_id, protocol_version, arm,
  opened_on, state, outcome, closed_on)
select k.person_id, k.case_id, k.episode_id, k.examination_id, k.centre_id, d.protocol_id, d.protocol_version, d.arm, k.opened_on,
  case when o.outcome is null then 'reading' else 'closed' end, o.outcome, o.closed_on
from work_case k join work_outcome o using (person_id, case_id) cross join stage_delivery d
where not k.stored
order by k.person_id, k.opened_on;

delete from reading_task t using reading_case c join work_case k using (person_id, case_id)
where t.person_id = c.person_id and t.case_id = c.case_id and c.state = 'closed';

insert into read (person_id, case_id, step, reader, day, score_left, score_right, frozen_from)
select r.person_id, k.case_id, r.step, r.reader, r.day, r.score_left, r.score_right, r.day
from work_read r join work_case k using (person_id, examination_id)
where r.examination is not null
order by r.person_id, k.case_id, r.step
on conflict do nothing;

-- Which breast was recalled is not in the delivery, so `breasts` stays empty.
insert into consensus (person_id, case_id, step, day, members, decision)
select c.person_id, k.case_id, 'c', c.day, c.members, c.decision
from work_consensus c join work_case k using (person_id, examination_id)
where c.examination is not null
on conflict do nothing;

insert into assessment (person_id, assessment_id, episode_id, centre_id, day, assessor, procedures, result)
select a.person_id, a.assessment_id, a.episode_id, w.centre_id, a.day, 'earlier-system', a.procedures, a.result
from work_assessment a join work_episode w using (person_id, episode_id)
on conflict do nothing;

-- The percentile of what comes later is computed as it comes; here by the calibration in use at the data cut, if there is one.
insert into ai_result (person_id, examination_id, product, version, analysed_on, score, score_left, score_right, run_id,
  pct, calibration_id, views, extras, marks)
with used as materialized (
  select distinct on (u.product, u.version) u.product, u.version, u.calibration_id, p.higher_is,
    c.points || '{}'::float8[] as points
  from ai_calibration_use u join ai_calibration c using (calibration_id)
  join ai_product p on p.product = u.product and p.version = u.version
  where u.from_day <= (select data_cut from stage_delivery)
  order by u.product, u.version, u.from_day desc
)
select n.person_id, a.examination_id, a.product, a.version, a.analysed_on, a.score, a.score_left, a.score_right, a.run,
  ai_percentile(a.score, used.points, used.higher_is), used.calibration_id,
  case when num_nonnulls(a.score_lcc, a.score_rcc, a.score_lmlo, a.score_rmlo) > 0 then jsonb_strip_nulls(jsonb_build_object(
    'LCC', a.score_lcc, 'RCC', a.score_rcc, 'LMLO', a.score_lmlo, 'RMLO', a.score_rmlo)) end,
  case when num_nonnulls(a.normal_tag, a.density, a.quality, a.risk) > 0 then jsonb_strip_nulls(jsonb_build_object(
    'normalTag', a.normal_tag, 'density', a.density, 'quality', a.quality, 'risk', a.risk)) end,
  a.marks
from stage_ai_results a join stage_number n using (identity_number)
left join used on used.product = a.product and used.version = a.version
where a.score is not null
order by n.person_id
on conflict do nothing;

-- The runs that the delivery tells of, and those that failed.
insert into ai_run (person_id, examination_id, product, run_id, version, arrived, day, received_at, model_hash, threshold_set,
  started_at, finished_at, failure)
select n.person_id, a.examination_id, a.product, coalesce(a.run, 'delivery-' || a.version), a.version, 'delivery', a.analysed_on,
  coalesce(a.finished_at, a.analysed_on::timestamptz), a.model_hash, a.threshold_set, a.started_at, a.finished_at, a.failure
from stage_ai_results a join stage_number n using (identity_number)
where a.run is not null or a.failure is not null
order by n.person_id
on conflict do nothing;
