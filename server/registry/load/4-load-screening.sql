-- Episodes, appointments and images: inserted when new, brought forward when the delivery knows more, else left alone.
-- Sorted by person, as the primary keys are: half the time of inserting in any other order. What is here is looked up once
-- by a join, not row by row by `on conflict`; only the importer makes these keys, and one import runs at a time.

update episode e set state = w.state, outcome = w.outcome, closed_on = w.closed_on, version = e.version + 1
from work_episode w
where w.person_id = e.person_id and w.episode_id = e.episode_id
  and array_position(array['invited', 'reading', 'assessment', 'closed'], w.state)
    > array_position(array['invited', 'reading', 'assessment', 'closed'], e.state);

insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state, outcome, closed_on)
select w.person_id, w.episode_id,
  coalesce(s.last, 0) + row_number() over (partition by w.person_id order by w.opened_on, w.episode_id),
  w.centre_id, w.due_on, w.opened_on, w.prevalent, w.state, w.outcome, w.closed_on
from work_episode w
left join (select person_id, max(number) as last from episode group by 1) s on s.person_id = w.person_id
where not exists (select from episode e where e.person_id = w.person_id and e.episode_id = w.episode_id);

update appointment a set status = w.status, version = a.version + 1
from work_appointment w
where w.person_id = a.person_id and w.appointment_id = a.appointment_id and w.status <> a.status;

insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
select person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status from work_appointment w
where not exists (select from appointment a where a.person_id = w.person_id and a.appointment_id = w.appointment_id)
order by person_id, day;

insert into appointment_change (person_id, appointment_id, version, status, day, by_user, reason)
select a.person_id, a.appointment_id, a.version, a.status, least(a.day, d.data_cut), 'system', coalesce(w.reason, 'earlier-system')
from work_appointment w
join appointment a using (person_id, appointment_id)
cross join stage_delivery d
where w.line is not null
order by person_id, a.day
on conflict do nothing;

insert into examination (person_id, examination_id, episode_id, appointment_id, centre_id, unit_id, day, radiographer, modality,
  result, symptoms, implants)
select person_id, examination_id, episode_id, appointment_id, centre_id, unit_id, day, radiographer, modality,
  result, symptoms, implants
from work_examination w
where not exists (select from examination x where x.person_id = w.person_id and x.examination_id = w.examination_id)
order by person_id, day;

update person p set earlier_screening_on = greatest(p.earlier_screening_on, s.earlier_screening_on),
  last_screened_on = greatest(p.last_screened_on, s.earlier_screening_on)
from stage_person n join stage_persons s using (line)
where p.person_id = n.person_id and s.earlier_screening_on > coalesce(p.earlier_screening_on, '-infinity');

update person p set last_screened_on = s.day
from work_last_screened s
where p.person_id = s.person_id and (p.last_screened_on is null or p.last_screened_on < s.day);
