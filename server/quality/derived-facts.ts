/**
 * The two facts that figures are counted from (core/quality/facts.ts), derived inside DuckDB from the plain facts.
 * They see nothing but the snapshot, so that anyone who holds it gets the same rows.
 */
import type { Day } from '#core/kernel/day';
import type { TargetAges } from '#core/quality/facts';

/** One row an episode. An examination whose images must be taken again does not make a woman screened. */
export function screeningSql(cut: Day): string {
  return `
with first_appointment as (
  select episode_id, arg_min(unit, day) as unit, bool_or(kind = 'reminder') as reminded from appointment group by all
), imaged as (
  select episode_id, arg_max(examination_id, day) as examination_id, arg_max(unit, day) as unit, max(day) as day
  from examination where result <> 'technical-recall' group by all
), technical as (
  select distinct episode_id from examination where result = 'technical-recall'
), readers as (
  select c.episode_id, count(*) as reads,
    count(*) filter (greatest(r.score_left, r.score_right) >= 2) as positive_readers
  from read r join "reading-case" c using (case_id) group by all
), meeting as (
  select c.episode_id, bool_or(m.decision = 'recall') as recalled
  from consensus m join "reading-case" c using (case_id) group by all
), assessed as (
  select episode_id, bool_or(contains(procedures, 'needle-biopsy') or contains(procedures, 'vacuum-biopsy')) as needle_biopsy
  from assessment group by all
), report as (
  select episode_id, bool_or(conclusion = 'invasive') as invasive, max(size_mm) as size_mm, arg_max(nodes, reported_on) as nodes
  from pathology where conclusion in ('dcis', 'invasive') group by all
), found as (
  select episode_id, detection, bool_or(behaviour = 'invasive') as invasive, max(size_mm) as size_mm,
    arg_max(nodes, behaviour = 'invasive') as nodes, min(interval_window) as interval_window
  from cancer where episode_id is not null and detection in ('screen-detected', 'interval') group by all
)
select e.episode_id, e.person_key, k.region, e.centre, coalesce(i.unit, f.unit) as unit, e.prevalent,
  (year(coalesce(i.day, e.opened_on)) - p.birth_year)::integer as age,
  e.opened_on as invited_on, year(e.opened_on)::integer as invited_year,
  e.closed_on is not null as closed, e.outcome, coalesce(f.reminded, false) as reminded,
  i.episode_id is not null as screened, i.day as screened_on, year(i.day)::integer as screened_year,
  t.episode_id is not null as technical_recall,
  coalesce(r.reads, 0) > 0 as "read", coalesce(r.positive_readers, 0)::integer as positive_readers,
  m.episode_id is not null as consensus, coalesce(m.recalled, false) as recalled,
  a.episode_id is not null as assessed, coalesce(a.needle_biopsy, false) as needle_biopsy,
  sd.episode_id is not null or coalesce(e.outcome = 'cancer', false) as screen_detected,
  coalesce(sd.invasive, s.invasive, ic.invasive) as invasive,
  coalesce(sd.size_mm, s.size_mm, ic.size_mm) as size_mm, coalesce(sd.nodes, s.nodes, ic.nodes) as nodes,
  ic.episode_id is not null as interval_cancer, ic.interval_window,
  coalesce(i.day + interval 24 month <= date '${cut}', false) as followed_24_months
from episode e
join person p using (person_key)
join centre k on k.centre = e.centre
left join first_appointment f using (episode_id)
left join imaged i using (episode_id)
left join technical t using (episode_id)
left join readers r using (episode_id)
left join meeting m using (episode_id)
left join assessed a using (episode_id)
left join report s using (episode_id)
left join found sd on sd.episode_id = e.episode_id and sd.detection = 'screen-detected'
left join found ic on ic.episode_id = e.episode_id and ic.detection = 'interval'`;
}

/**
 * One row a woman and year in which she was resident and in the target ages on 31 December; the year of the data cut
 * stands at the data cut. Where she lived earlier is not in the register's feed: centre and region are today's.
 */
export function personYearSql(cut: Day, ages: TargetAges): string {
  return `
with years as (
  select y::integer as year, least(make_date(y::integer, 12, 31), date '${cut}') as stands_on
  from range((select year(min(opened_on)) from episode), year(date '${cut}') + 1) as t(y)
), screened as (
  select e.person_key, x.day from examination x join episode e using (episode_id) where x.result <> 'technical-recall'
)
select p.person_key, k.region, p.centre, y.year, (y.year - p.birth_year)::integer as age,
  exists (select 1 from screened s where s.person_key = p.person_key
    and s.day <= y.stands_on and s.day > y.stands_on - interval 24 month) as screened_24_months
from person p join centre k on k.centre = p.centre
join years y on y.year - p.birth_year between ${ages.from} and ${ages.to}
where p.kind = 'known' and p.sex = 'female' and (p.status = 'resident' or p.status_on > y.stands_on)`;
}
