-- New persons, their numbers and the registers they entered themselves in. Persons already known are changed by the
-- register-feed rules (server/people/apply-register-changes.ts), not here.

create temp table new_person on commit drop as
select s.person_id, s.line from stage_person s where not exists (select from person p where p.person_id = s.person_id);

insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, address, postal_code, municipality,
  centre_id, country_of_birth, phone, digital, language, status, status_on, earlier_screening_on, last_screened_on,
  last_invited_on)
select n.person_id, p.identity_number, p.birth_date, p.sex, p.given_name, p.family_name, p.address, p.postal_code, p.municipality,
  m.centre_id, p.country_of_birth, p.phone, p.digital, p.language, p.status, p.status_on,
  p.earlier_screening_on, greatest(s.day, p.earlier_screening_on), i.day
from new_person n
join stage_persons p using (line)
join municipality m on m.id = p.municipality
left join work_last_screened s on s.person_id = n.person_id
left join work_last_invited i on i.person_id = n.person_id
order by n.person_id;

insert into person_event (person_id, event_id, happened_on, kind, detail)
select n.person_id, gen_random_uuid(), d.data_cut, 'registered',
  jsonb_build_object('delivery', d.delivery)
from new_person n cross join stage_delivery d
order by n.person_id;

create temp table stage_known on commit drop as
select identity_number, person_id, true as current from stage_person
union
select former_identity_number, person_id, false from stage_person where former_identity_number is not null;

update identity_number i set current = k.current
from stage_known k
where i.identity_number = k.identity_number and i.person_id = k.person_id and i.current <> k.current;

insert into identity_number (identity_number, person_id, current)
select distinct on (identity_number) identity_number, person_id, current from stage_known k
where not exists (select from identity_number i where i.identity_number = k.identity_number)
order by identity_number, current desc;

insert into invitation_stop (person_id, stop_id, from_day, reason)
select s.person_id, gen_random_uuid(), p.invitation_stop_on, 'earlier-system'
from stage_person s join stage_persons p using (line)
where p.invitation_stop_on is not null and not exists (
  select from invitation_stop i where i.person_id = s.person_id and i.from_day = p.invitation_stop_on);

insert into storage_reservation (person_id, reservation_id, from_day)
select s.person_id, gen_random_uuid(), p.storage_reservation_on
from stage_person s join stage_persons p using (line)
where p.storage_reservation_on is not null and not exists (
  select from storage_reservation r where r.person_id = s.person_id and r.from_day = p.storage_reservation_on);
