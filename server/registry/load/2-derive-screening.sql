-- What each episode that the delivery touches will be, from the delivered facts together with those already here.
-- Consistent with core/invitation/episode.ts (states and outcomes) and the routine reading protocol (two reads, consensus).
-- Nothing is written to the programme's tables here.

create temp table work_appointment on commit drop as
select i.line, n.person_id, i.episode_id, i.appointment_id, u.centre_id, i.unit as unit_id,
  i.appointment_on as day, i.appointment_at as at, i.kind, i.invited_on,
  case i.status when 'open' then case when gone.person_id is null then 'invited' else 'cancelled' end
    when 'declined' then 'cancelled' else i.status end as status,
  case when i.status = 'declined' then 'declined' when i.status = 'open' and gone.person_id is not null then 'withdrawn' end as reason
from stage_invitations i
join stage_number n using (identity_number)
join unit u on u.id = i.unit
left join stage_person gone on gone.person_id = n.person_id and gone.status <> 'resident';

create temp table work_examination on commit drop as
select n.person_id, x.examination_id, x.episode_id, x.appointment_id, x.case_id, u.centre_id, x.unit as unit_id, x.examined_on as day, x.radiographer, x.modality, x.result, x.symptoms, x.implants, x.examination
from stage_examinations x
join stage_number n using (identity_number)
join unit u on u.id = x.unit;

analyze work_examination;

create temp table work_read on commit drop as
select n.person_id, r.examination_id, 'r' || r.sequence as step, r.reader, r.read_on as day, r.score_left, r.score_right,
  1::smallint as revision, r.examination
from stage_reads r join stage_number n using (identity_number);

create temp table work_consensus on commit drop as
select n.person_id, c.examination_id, c.held_on as day,
  string_to_array(c.members, ';') as members, c.decision, c.examination
from stage_consensus c join stage_number n using (identity_number);

create temp table work_assessment on commit drop as
select n.person_id, a.assessment_id, a.episode_id, a.assessed_on as day,
  string_to_array(a.procedures, ';') as procedures, a.result
from stage_assessments a join stage_number n using (identity_number);

analyze work_appointment;
analyze work_read;

-- In a programme without rounds there is nothing that could have been touched, and no need to gather it.
create temp table touched on commit drop as
select person_id, episode_id from work_appointment where exists (select from episode)
union select person_id, episode_id from work_examination where exists (select from episode)
union select person_id, episode_id from work_assessment where exists (select from episode)
union select e.person_id, e.episode_id from examination e join (
  select person_id, examination_id from work_read union select person_id, examination_id from work_consensus) f
  using (person_id, examination_id);

-- Facts of touched episodes that are already here. What has gone further here than in the delivery stands.
create temp table stored_appointment on commit drop as
select a.* from appointment a join touched using (person_id, episode_id);
update work_appointment w set status = s.status, reason = null
from stored_appointment s
where s.appointment_id = w.appointment_id and s.person_id = w.person_id
  and (w.status = 'invited' or s.status not in ('invited', 'confirmed'));
insert into work_appointment (person_id, episode_id, appointment_id, centre_id, unit_id, day, at, kind, status, reason)
select s.person_id, s.episode_id, s.appointment_id, s.centre_id, s.unit_id, s.day, s.at, s.kind, s.status,
  (select c.reason from appointment_change c where c.person_id = s.person_id and c.appointment_id = s.appointment_id and c.version = s.version)
from stored_appointment s
where not exists (select from work_appointment w where w.appointment_id = s.appointment_id and w.person_id = s.person_id);

insert into work_examination (person_id, examination_id, episode_id, appointment_id, centre_id, unit_id, day, radiographer,
  modality, result, symptoms, implants)
select e.person_id, e.examination_id, e.episode_id, e.appointment_id, e.centre_id, e.unit_id, e.day, e.radiographer,
  e.modality, e.result, e.symptoms, e.implants
from examination e join touched using (person_id, episode_id)
where not exists (select from work_examination w where w.examination_id = e.examination_id and w.person_id = e.person_id);

create temp table stored_case on commit drop as
select k.* from reading_case k join touched using (person_id, episode_id);
insert into work_read (person_id, examination_id, step, reader, day, score_left, score_right, revision)
select k.person_id, k.examination_id, r.step, r.reader, r.day, r.score_left, r.score_right, r.revision
from stored_case k join read r using (person_id, case_id)
where not exists (select from work_read w where w.person_id = k.person_id and w.examination_id = k.examination_id and w.step = r.step);
-- The latest revision of each read counts; what is delivered has one only.
delete from work_read w using (select person_id, examination_id, step, revision from work_read where revision > 1) later
where later.person_id = w.person_id and later.examination_id = w.examination_id and later.step = w.step
  and later.revision > w.revision;
insert into work_consensus (person_id, examination_id, day, members, decision)
select k.person_id, k.examination_id, c.day, c.members, c.decision
from stored_case k join consensus c using (person_id, case_id)
where not exists (select from work_consensus w where w.person_id = k.person_id and w.examination_id = k.examination_id);
insert into work_assessment (person_id, assessment_id, episode_id, day, procedures, result)
select a.person_id, a.assessment_id, a.episode_id, a.day, a.procedures, a.result
from assessment a join touched using (person_id, episode_id)
where not exists (select from work_assessment w where w.person_id = a.person_id and w.assessment_id = a.assessment_id);

-- A case for each set of images that can be read. Only the latest of an episode can still be open.
create temp table work_case on commit drop as
select x.person_id, coalesce(k.case_id, x.case_id) as case_id, x.episode_id, x.examination_id,
  x.centre_id, x.day as opened_on, x.latest, k.case_id is not null as stored,
  case when c.decision = 'recall' then 'recall' when c.decision = 'dismiss' then 'dismissed'
    when r.reads >= 2 and not r.positive then 'negative' end as outcome,
  case when c.decision is not null then c.day when r.reads >= 2 and not r.positive then r.last_on end as closed_on,
  coalesce(r.reads, 0) as reads
from (
  select *, row_number() over (partition by person_id, episode_id order by day desc, examination_id) = 1 as latest
  from work_examination where result <> 'technical-recall'
) x
left join stored_case k on k.person_id = x.person_id and k.examination_id = x.examination_id
left join (
  select person_id, examination_id, count(*) as reads, bool_or(greatest(score_left, score_right) >= 2) as positive,
    max(day) as last_on
  from work_read group by 1, 2
) r on r.person_id = x.person_id and r.examination_id = x.examination_id
left join work_consensus c on c.person_id = x.person_id and c.examination_id = x.examination_id;
analyze work_case;

create temp table work_episode on commit drop as
with appointments as (
  select person_id, episode_id, min(line) as line, min(coalesce(invited_on, day)) as opened_on, min(day) as due_on,
    max(day) as last_on, max(day || ' ' || at || ' ' || kind || ' ' || centre_id) as last,
    bool_or(status in ('invited', 'confirmed', 'checked-in')) as live,
    bool_or(reason = 'declined') as declined, bool_or(status = 'attended-not-screened') as came_in_vain
  from work_appointment where status <> 'moved' group by 1, 2
), images as (
  select person_id, episode_id, bool_or(result <> 'technical-recall') as adequate from work_examination group by 1, 2
), assessed as (
  select person_id, episode_id, bool_or(result = 'malignant') as malignant, max(day) as last_on
  from work_assessment where result <> 'awaiting-pathology' group by 1, 2
), first_images as (
  select person_id, min(day) as day from (
    select person_id, day from work_examination where result <> 'technical-recall'
    union all
    select e.person_id, e.day from examination e join (select distinct person_id from touched) t using (person_id)
    where e.result <> 'technical-recall'
    union all
    -- What an earlier system knew, and what a reservation has taken from her rows.
    select s.person_id, p.earlier_screening_on from stage_person s join stage_persons p using (line)
    where p.earlier_screening_on is not null
    union all
    select p.person_id, least(p.earlier_screening_on, p.last_screened_on)
    from person p join (select distinct person_id from work_appointment) w using (person_id)
    where p.last_screened_on is not null) days
  group by 1
), standing as (
  select a.*, split_part(a.last, ' ', 4) as centre_id, d.data_cut, i.adequate, k.outcome as reading, k.closed_on as read_on, s.malignant, s.last_on as assessed_on,
    g.status as gone, g.status_on as gone_on, f.day as first_images_on,
    row_number() over (partition by a.person_id order by a.opened_on desc, a.episode_id desc) = 1 as latest,
    case
      when s.malignant then 'assessed-malignant'
      when s.malignant is not null then 'assessed-negative'
      when k.outcome = 'recall' then 'recalled'
      when k.outcome is not null then 'read-negative'
      when i.adequate then 'images-taken'
      when a.live then 'invited'
      when a.declined then 'declined'
      when a.came_in_vain then 'left-without-images'
      when i.adequate is false then 'images-inadequate'
      -- A reminder, or the closing after one, is still to come.
      when a.last_on + case split_part(a.last, ' ', 3) when 'ordinary' then d.reminder_days else 0 end + d.close_days > d.data_cut then 'missed'
      else 'did-not-attend'
    end as happened
  from appointments a
  cross join stage_delivery d
  left join images i using (person_id, episode_id)
  left join assessed s using (person_id, episode_id)
  left join first_images f using (person_id)
  left join work_case k on k.person_id = a.person_id and k.episode_id = a.episode_id and k.latest
  left join stage_person g on g.person_id = a.person_id and g.status <> 'resident'
), ended as (
  -- An open episode ends where she died or left, where a recall was not followed up in time, or where a later round began.
  select *,
    case happened
      when 'assessed-malignant' then 'cancer'
      when 'assessed-negative' then 'negative-after-assessment'
      when 'read-negative' then 'negative'
      when 'declined' then 'declined'
      when 'left-without-images' then 'not-screened'
      when 'did-not-attend' then 'not-attended'
      when 'missed' then case when gone is not null then 'withdrawn' when not latest then 'not-attended' end
      when 'recalled' then case when gone = 'dead' or not latest or read_on + recall_days < data_cut then 'withdrawn' end
      when 'images-taken' then case when gone = 'dead' or not latest or last_on + recall_days < data_cut then 'withdrawn' end
      when 'images-inadequate' then case when gone is not null or not latest then 'withdrawn' end
      else case when gone is not null then 'withdrawn' end
    end as outcome
  from standing cross join (select recall_days from stage_delivery) d
)
select person_id, episode_id, line, centre_id, due_on, opened_on, coalesce(first_images_on >= opened_on, true) as prevalent, outcome,
  case when outcome is not null then 'closed'
    when happened = 'recalled' then 'assessment'
    when happened = 'images-taken' then 'reading'
    else 'invited' end as state,
  case outcome
    when 'cancer' then assessed_on
    when 'negative-after-assessment' then assessed_on
    when 'negative' then read_on
    when 'withdrawn' then greatest(opened_on, least(coalesce(gone_on, read_on + recall_days, last_on), data_cut))
    else case when outcome is not null then least(last_on, data_cut) end
  end as closed_on,
  case when outcome is null and (not latest) then true else false end as left_open
from ended;
analyze work_episode;

-- When each woman new here was last invited, as note_last_invited (sql/0130_speed.sql) counts it.
create temp table work_last_invited on commit drop as
select e.person_id, max(coalesce(a.day, e.opened_on)) as day
from work_episode e
left join (
  select person_id, episode_id, max(day) as day from work_appointment where kind = 'ordinary' and status <> 'moved' group by 1, 2
) a using (person_id, episode_id)
where e.state = 'closed' group by 1;

-- When each woman was last screened: images that must be taken again do not count.
create temp table work_last_screened on commit drop as
select person_id, max(day) as day from work_appointment w
where status in ('screened', 'partially-screened') and not exists (
  select from work_examination x where x.appointment_id = w.appointment_id and x.result = 'technical-recall')
group by 1;
