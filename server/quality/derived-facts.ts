/**
 * The facts that figures are counted from (core/quality/facts.ts), derived inside DuckDB from the plain facts, in this
 * order. They see nothing but the snapshot, so that anyone who holds it gets the same rows.
 */
import { type Day, yearOf } from '#core/kernel/day';
import { type CalendarRules, holidaysOf } from '#core/invitation/calendar';
import type { FactName } from '#core/quality/facts';
import type { TargetAges } from '#core/quality/facts';

export type DerivedFactRules = { readonly ages: TargetAges; readonly calendar: CalendarRules };

/** Each derived fact with its query. */
export function derivedFacts(cut: Day, rules: DerivedFactRules): readonly { name: FactName; sql: string }[] {
  return [
    { name: 'screening', sql: screeningSql(cut) },
    { name: 'person-year', sql: personYearSql(cut, rules.ages) },
    { name: 'reading', sql: readingSql },
    { name: 'image', sql: imageSql },
  ];
}

/** First year in which a day may be asked how many working days passed before it. */
const FIRST_YEAR = 1990;

/** A table of days with the number of working days up to and including each: Monday to Friday, but for public holidays. */
export function workingDaySql(cut: Day, calendar: CalendarRules): string {
  const last = yearOf(cut) + 2;
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const holidays = years.flatMap((year) => holidaysOf(year, calendar).map(({ day }) => `date '${day}'`));
  return `
create table working_day as
select d::date as day, sum(case when dayofweek(d) between 1 and 5 and d::date not in (${holidays.join(', ')}) then 1 else 0 end)
  over (order by d)::integer as n
from range(date '${FIRST_YEAR}-01-01', date '${last + 1}-01-01', interval 1 day) as t(d)`;
}

/** One row an episode. An examination whose images must be taken again does not make a woman screened. */
function screeningSql(cut: Day): string {
  return `
with first_appointment as (
  select episode_id, arg_min(unit, day) as unit, min(day) as day, arg_min(distance_km, day) as distance_km,
    bool_or(kind = 'reminder') as reminded,
    bool_or(kind = 'reminder' and status in ('screened', 'partially-screened')) as screened_after_reminder
  from appointment group by all
), rounds as (
  select e.episode_id, f.day, lag(f.day) over (partition by e.person_key order by e.number) as before
  from episode e join first_appointment f using (episode_id)
), spacing as (
  select episode_id, (datesub('month', before, day)
    + case when before + to_months(datesub('month', before, day)::integer) < day then 1 else 0 end)::integer as interval_months
  from rounds where before is not null
), imaged as (
  select episode_id, arg_max(examination_id, day) as examination_id, arg_max(unit, day) as unit, max(day) as day,
    arg_max(radiographer, day) as radiographer, bool_or(symptoms) as symptoms
  from examination where result <> 'technical-recall' group by all
), technical as (
  select distinct episode_id from examination where result = 'technical-recall'
), readers as (
  select c.episode_id, count(*) as reads,
    count(*) filter (greatest(r.score_left, r.score_right) >= 2) as positive_readers
  from read r join "reading-case" c using (case_id) group by all
), decided as (
  select episode_id, max(closed_on) as day, bool_or(outcome = 'recall') as recalled
  from "reading-case" where outcome in ('negative', 'dismissed', 'recall') group by all
), meeting as (
  select c.episode_id, bool_or(m.decision = 'recall') as recalled
  from consensus m join "reading-case" c using (case_id) group by all
), assessed as (
  select episode_id, min(day) as day,
    bool_or(contains(procedures, 'needle-biopsy') or contains(procedures, 'vacuum-biopsy')) as needle_biopsy
  from assessment group by all
), report as (
  select episode_id, bool_or(conclusion = 'invasive') as invasive, max(size_mm) as size_mm, max(grade) as grade,
    arg_max(nodes, reported_on) as nodes
  from pathology where conclusion in ('dcis', 'invasive') group by all
), sample as (
  select episode_id, bool_or(conclusion = 'insufficient') as insufficient, bool_or(conclusion in ('dcis', 'invasive')) as malignant
  from pathology where specimen = 'biopsy' group by all
), operation as (
  select episode_id, bool_and(conclusion = 'benign') as benign from pathology where specimen = 'surgery' group by all
), found as (
  select episode_id, detection, bool_or(behaviour = 'invasive') as invasive, max(size_mm) as size_mm, max(grade) as grade,
    arg_max(nodes, behaviour = 'invasive') as nodes, min(interval_window) as interval_window,
    arg_max(surgery, surgery = 'mastectomy') as surgery, min(treated_on) as treated_on
  from cancer where episode_id is not null and detection in ('screen-detected', 'interval') group by all
)
select e.episode_id, e.person_key, k.region, e.centre, coalesce(i.unit, f.unit) as unit, e.prevalent,
  (year(coalesce(i.day, e.opened_on)) - p.birth_year)::integer as age,
  p.municipality, p.country_of_birth, p.digital, f.distance_km,
  e.opened_on as invited_on, year(e.opened_on)::integer as invited_year,
  e.opened_on + interval 6 month <= date '${cut}' as invited_6_months, n.interval_months,
  e.closed_on is not null as closed, e.outcome, coalesce(f.reminded, false) as reminded,
  i.episode_id is not null as screened, coalesce(f.screened_after_reminder, false) as screened_after_reminder,
  i.day as screened_on, year(i.day)::integer as screened_year, i.radiographer,
  t.episode_id is not null as technical_recall, coalesce(i.symptoms, false) as symptoms,
  coalesce(r.reads, 0) > 0 as "read", coalesce(r.positive_readers, 0)::integer as positive_readers,
  m.episode_id is not null as consensus, coalesce(m.recalled, false) as recalled,
  (d.day - i.day)::integer as days_to_result, (wd.n - wi.n)::integer as working_days_to_result,
  a.episode_id is not null as assessed, (wa.n - wd.n)::integer as working_days_to_assessment,
  (a.day - i.day)::integer as days_to_assessment, (wc.n - wa.n)::integer as working_days_assessment_to_result,
  coalesce(a.needle_biopsy, false) as needle_biopsy, b.episode_id is not null as biopsy_reported,
  coalesce(b.insufficient, false) as biopsy_insufficient, coalesce(b.malignant, false) as biopsy_malignant,
  sd.episode_id is not null or coalesce(e.outcome = 'cancer', false) as screen_detected,
  coalesce(sd.invasive, s.invasive, ic.invasive) as invasive,
  coalesce(sd.size_mm, s.size_mm, ic.size_mm) as size_mm, coalesce(sd.grade, s.grade, ic.grade)::integer as grade,
  coalesce(sd.nodes, s.nodes, ic.nodes) as nodes, sd.surgery, coalesce(o.benign, false) as benign_surgery,
  (sd.treated_on - i.day)::integer as days_to_treatment,
  ic.episode_id is not null as interval_cancer, ic.interval_window,
  coalesce(i.day + interval 24 month <= date '${cut}', false) as followed_24_months
from episode e
join person p using (person_key)
join centre k on k.centre = e.centre
left join first_appointment f using (episode_id)
left join spacing n using (episode_id)
left join imaged i using (episode_id)
left join technical t using (episode_id)
left join readers r using (episode_id)
left join decided d using (episode_id)
left join meeting m using (episode_id)
left join assessed a using (episode_id)
left join report s using (episode_id)
left join sample b using (episode_id)
left join operation o using (episode_id)
left join found sd on sd.episode_id = e.episode_id and sd.detection = 'screen-detected'
left join found ic on ic.episode_id = e.episode_id and ic.detection = 'interval'
left join working_day wi on wi.day = i.day
left join working_day wd on wd.day = d.day
left join working_day wa on wa.day = a.day
left join working_day wc on wc.day = e.closed_on`;
}

/**
 * One row a woman and year in which she was resident and in the target ages on 31 December; the year of the data cut
 * stands at the data cut. Years whose 24 months began before the data did are left out. Where she lived earlier is not in the register's feed: centre and region are today's.
 */
function personYearSql(cut: Day, ages: TargetAges): string {
  return `
with years as (
  select y::integer as year, least(make_date(y::integer, 12, 31), date '${cut}') as stands_on
  from range((select year(min(opened_on)) from episode), year(date '${cut}') + 1) as t(y)
  where least(make_date(y::integer, 12, 31), date '${cut}') - interval 24 month >= (select min(opened_on) from episode)
), screened as (
  select e.person_key, x.day from examination x join episode e using (episode_id) where x.result <> 'technical-recall'
)
select p.person_key, k.region, p.centre, y.year, (y.year - p.birth_year)::integer as age, p.municipality, p.country_of_birth,
  exists (select 1 from screened s where s.person_key = p.person_key
    and s.day <= y.stands_on and s.day > y.stands_on - interval 24 month) as screened_24_months
from person p join centre k on k.centre = p.centre
join years y on y.year - p.birth_year between ${ages.from} and ${ages.to}
where p.kind = 'known' and p.sex = 'female' and (p.status = 'resident' or p.status_on > y.stands_on)`;
}

/** One row an independent read: those that look again at what was read before are left out. */
const readingSql = `
select s.episode_id, s.region, s.centre, s.unit, s.prevalent, s.age, r.reader, year(r.day)::integer as read_year,
  greatest(r.score_left, r.score_right) >= 2 as positive,
  count(*) over images >= 2 as both_read,
  count(*) over images >= 2 and bool_or(greatest(r.score_left, r.score_right) >= 2) over images
    and not bool_and(greatest(r.score_left, r.score_right) >= 2) over images as discordant,
  s.consensus, s.recalled, s.closed, s.screen_detected, s.interval_cancer, s.followed_24_months, r.seconds
from read r join "reading-case" c using (case_id) join screening s using (episode_id)
where r.revises is null
window images as (partition by r.case_id)`;

/** One row a view that was taken. */
const imageSql = `
select v.examination_id, s.region, s.centre, x.unit, s.prevalent, s.age, x.radiographer, year(x.day)::integer as taken_year,
  v.view, v.quality, v.retakes
from "view" v join examination x using (examination_id) join screening s using (episode_id)
where v.taken`;
