-- What made pages slow: policies that asked for the actor's settings again for every row, and that the planner took to let
-- one row in two hundred through, whatever the actor may see (it then began at the wrong table). Asked once in a query, as
-- below, they cost next to nothing. What they let through is what sql/0091_access.sql and its followers let through.

create function actor_sees_all() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('runde.centres', true), '') = '*';

create function actor_centres() returns text[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('runde.centres', true), ''), ',');

create function actor_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('runde.person', true), '')::uuid;

alter policy episode_access on episode
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person()));
alter policy person_access on person
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person())
    or exists (select from episode e where e.person_id = person.person_id));
alter policy appointment_access on appointment
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person()));
alter policy examination_access on examination
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person()));
alter policy reading_case_access on reading_case
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]));
alter policy reading_task_access on reading_task
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]));
alter policy assessment_appointment_access on assessment_appointment
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person()));
alter policy assessment_access on assessment
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]) or person_id = (select actor_person()));

-- What follows the row it belongs to: whoever sees everything need not look that row up.
alter policy appointment_change_access on appointment_change
  using ((select actor_sees_all()) or exists (select from appointment a where a.person_id = appointment_change.person_id and a.appointment_id = appointment_change.appointment_id));
alter policy episode_event_access on episode_event
  using ((select actor_sees_all()) or exists (select from episode e where e.person_id = episode_event.person_id and e.episode_id = episode_event.episode_id));
alter policy image_access on image
  using ((select actor_sees_all()) or exists (select from examination x where x.person_id = image.person_id and x.examination_id = image.examination_id));
alter policy ai_result_access on ai_result
  using ((select actor_sees_all()) or exists (select from reading_case c where c.person_id = ai_result.person_id and c.examination_id = ai_result.examination_id));
alter policy read_access on read
  using ((select actor_sees_all()) or exists (select from reading_case c where c.person_id = read.person_id and c.case_id = read.case_id));
alter policy consensus_access on consensus
  using ((select actor_sees_all()) or exists (select from reading_case c where c.person_id = consensus.person_id and c.case_id = consensus.case_id));
alter policy reading_hold_access on reading_hold
  using ((select actor_sees_all()) or exists (select from reading_case c where c.person_id = reading_hold.person_id and c.case_id = reading_hold.case_id));
alter policy pathology_access on pathology
  using ((select actor_sees_all()) or exists (select from episode e where e.person_id = pathology.person_id and e.episode_id = pathology.episode_id));
alter policy treatment_access on treatment
  using ((select actor_sees_all()) or exists (select from episode e where e.person_id = treatment.person_id and e.episode_id = treatment.episode_id));
alter policy message_access on message
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = message.person_id));
alter policy message_delivery_access on message_delivery
  using ((select actor_sees_all()) or exists (select from message m where m.person_id = message_delivery.person_id and m.message_id = message_delivery.message_id));
alter policy cancer_access on cancer
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = cancer.person_id));
alter policy person_event_access on person_event
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = person_event.person_id));
alter policy invitation_stop_access on invitation_stop
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = invitation_stop.person_id));
alter policy storage_reservation_access on storage_reservation
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = storage_reservation.person_id));
alter policy different_people_access on different_people
  using ((select actor_sees_all()) or exists (select from person p where p.person_id = different_people.person_id));
alter policy review_item_access on review_item
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]));
alter policy review_opinion_access on review_opinion
  using ((select actor_sees_all()) or exists (select from review_item i where i.person_id = review_opinion.person_id and i.item_id = review_opinion.item_id));
alter policy disclosure_access on disclosure
  using ((select actor_sees_all()) or exists (select from cancer c where c.person_id = disclosure.person_id and c.cancer_id = disclosure.cancer_id));
alter policy image_audit_access on image_audit
  using ((select actor_sees_all()) or exists (select from image_sample_case c where c.person_id = image_audit.person_id
    and c.sample_id = image_audit.sample_id and c.examination_id = image_audit.examination_id));
alter policy rebooked_access on rebooked
  using ((select actor_sees_all()) or exists (select from appointment a where a.person_id = rebooked.person_id and a.appointment_id = rebooked.appointment_id));

-- Who may be due (server/invitation/due-women.ts), answered from indexes alone: the women of an area by age, whom a round
-- was opened for since a day, and each one's latest closed round.
create index person_due on person (centre_id, birth_date) include (person_id, last_screened_on, status_on, municipality, postal_code)
  where kind = 'known' and sex = 'female' and status = 'resident';
create index episode_opened on episode (opened_on) include (person_id, centre_id);
create index episode_latest on episode (person_id, number) include (episode_id, opened_on, centre_id) where state = 'closed';

-- Records that may be one woman (server/people/find-duplicates.ts), each group side by side in an index.
create index person_namesakes on person (birth_date, given_name_key, family_name_key) include (person_id, centre_id) where kind = 'known';
create index person_same_phone on person (birth_date, phone) include (person_id, centre_id) where kind = 'known' and phone is not null;
create index person_d_number on person (person_id) include (centre_id) where kind = 'known' and identity_number >= '4';
