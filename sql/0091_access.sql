-- Who may touch what, below the queries: requests run as runde_app, which owns nothing and is bound by row-level
-- security; append-only tables take no update or delete from it. The programme's own hand (planner, outbox, importer)
-- runs as the owner.

do $$ begin
  if not exists (select from pg_roles where rolname = 'runde_app') then create role runde_app nologin; end if;
end $$;

grant usage on schema public to runde_app;
grant select on all tables in schema public to runde_app;
grant insert on all tables in schema public to runde_app;
grant update on
  person, identity_number, invitation_stop, storage_reservation, episode, slot, appointment, message, reading_case,
  reading_hold, reading_task, assessment_appointment, cancer, audit_head, centre, unit, unit_hours, staff_user, setting
  to runde_app;
grant delete on reading_task, unit_closure, unit_hours to runde_app;
revoke insert on region, municipality, postal_code, delivery from runde_app;

-- The centres an actor may see: '*' for all, else a comma list; a participant sees the person in runde.person only.
create function actor_sees_centre(centre text) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('runde.centres', true), '') = '*'
      or centre = any (string_to_array(coalesce(current_setting('runde.centres', true), ''), ','));

create function actor_is(person uuid) returns boolean
  language sql stable parallel safe
  return person::text = nullif(current_setting('runde.person', true), '');

alter table person enable row level security;
alter table episode enable row level security;
alter table appointment enable row level security;
alter table examination enable row level security;
alter table reading_case enable row level security;
alter table assessment_appointment enable row level security;
alter table assessment enable row level security;
alter table episode_event enable row level security;
alter table appointment_change enable row level security;
alter table message enable row level security;
alter table message_delivery enable row level security;
alter table image enable row level security;
alter table ai_result enable row level security;
alter table read enable row level security;
alter table consensus enable row level security;
alter table reading_hold enable row level security;
alter table reading_task enable row level security;
alter table pathology enable row level security;
alter table treatment enable row level security;
alter table cancer enable row level security;
alter table person_event enable row level security;
alter table invitation_stop enable row level security;
alter table storage_reservation enable row level security;

-- A centre sees the women who live in its area and those with an episode at it (she may have moved since).
create policy episode_access on episode for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));
create policy person_access on person for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id)
    or exists (select from episode e where e.person_id = person.person_id));
create policy appointment_access on appointment for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));
create policy examination_access on examination for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));
create policy reading_case_access on reading_case for all to runde_app
  using (actor_sees_centre(centre_id));
create policy reading_task_access on reading_task for all to runde_app
  using (actor_sees_centre(centre_id));
create policy assessment_appointment_access on assessment_appointment for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));
create policy assessment_access on assessment for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));

-- The rest follow the row they belong to.
create policy appointment_change_access on appointment_change for all to runde_app
  using (exists (select from appointment a where a.person_id = appointment_change.person_id and a.appointment_id = appointment_change.appointment_id));
create policy episode_event_access on episode_event for all to runde_app
  using (exists (select from episode e where e.person_id = episode_event.person_id and e.episode_id = episode_event.episode_id));
create policy image_access on image for all to runde_app
  using (exists (select from examination x where x.person_id = image.person_id and x.examination_id = image.examination_id));
create policy ai_result_access on ai_result for all to runde_app
  using (exists (select from reading_case c where c.person_id = ai_result.person_id and c.examination_id = ai_result.examination_id));
create policy read_access on read for all to runde_app
  using (exists (select from reading_case c where c.person_id = read.person_id and c.case_id = read.case_id));
create policy consensus_access on consensus for all to runde_app
  using (exists (select from reading_case c where c.person_id = consensus.person_id and c.case_id = consensus.case_id));
create policy reading_hold_access on reading_hold for all to runde_app
  using (exists (select from reading_case c where c.person_id = reading_hold.person_id and c.case_id = reading_hold.case_id));
create policy pathology_access on pathology for all to runde_app
  using (exists (select from episode e where e.person_id = pathology.person_id and e.episode_id = pathology.episode_id));
create policy treatment_access on treatment for all to runde_app
  using (exists (select from episode e where e.person_id = treatment.person_id and e.episode_id = treatment.episode_id));
create policy message_access on message for all to runde_app
  using (exists (select from person p where p.person_id = message.person_id));
create policy message_delivery_access on message_delivery for all to runde_app
  using (exists (select from message m where m.person_id = message_delivery.person_id and m.message_id = message_delivery.message_id));
create policy cancer_access on cancer for all to runde_app
  using (exists (select from person p where p.person_id = cancer.person_id));
create policy person_event_access on person_event for all to runde_app
  using (exists (select from person p where p.person_id = person_event.person_id));
create policy invitation_stop_access on invitation_stop for all to runde_app
  using (exists (select from person p where p.person_id = invitation_stop.person_id));
create policy storage_reservation_access on storage_reservation for all to runde_app
  using (exists (select from person p where p.person_id = storage_reservation.person_id));
