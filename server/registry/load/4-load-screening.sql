-- Episodes, appointments and images: inserted when new, brought forward when the delivery knows more, else left alone.
-- Sorted by person, as the primary keys are: half the time of inserting in any other order.

insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state, outcome, closed_on)
select w.person_id, w.episode_id,
  coalesce(e.number, coalesce(s.last, 0) + row_number() over (partition by w.person_id, e.number is null order by w.opened_on, w.episode_id)),
  w.centre_id, w.due_on, w.opened_on, w.prevalent, w.state, w.outcome, w.closed_on
from work_episode w
left join episode e on e.person_id = w.person_id and e.episode_id = w.episode_id
left join (select person_id, max(number) as last from episode group by 1) s on s.person_id = w.person_id
on conflict (person_id, episode_id) do update
set state = excluded.state, outcome = excluded.outcome, closed_on = excluded.closed_on, version = episode.version + 1
where array_position(array['invited', 'reading', 'assessment', 'closed'], excluded.state)
    > array_position(array['invited', 'reading', 'assessment', 'closed'], episode.state);

insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
select person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status from work_appointment
order by person_id, day
on conflict (person_id, appointment_id) do update
set status = excluded.status, version = appointment.version + 1
where appointment.status <> excluded.status;

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
from work_examination
order by person_id, day
on conflict do nothing;

update person p set last_screened_on = s.day
from (
  select person_id, max(day) as day from work_appointment where status in ('screened', 'partially-screened') group by 1
) s
where p.person_id = s.person_id and (p.last_screened_on is null or p.last_screened_on < s.day);
