-- What an earlier system knew of a woman's screening, ids that nobody can work out from an identity number, reservations
-- that hold when history comes again, and names that are found by an index.

alter table person
  add column earlier_screening_on date,
  -- Lower-cased beforehand: below row-level security an index is used only by comparisons that cannot leak, and `lower`
  -- is not one of them.
  add column family_name_key text collate "C" generated always as (lower(family_name collate "nb-x-icu")) stored,
  add column given_name_key text collate "C" generated always as (lower(given_name collate "nb-x-icu")) stored;
comment on column person.earlier_screening_on is 'her last screening examination before those that were delivered; null: none, or not known';
comment on column person.last_screened_on is 'derived: latest screened appointment or earlier_screening_on, whichever is later; held equal by test';
drop index person_name;
create index person_family_name on person (family_name_key, given_name_key);
create index person_given_name on person (given_name_key);

-- Granted to nobody: read by the programme's own hand only.
create table installation_key (
  one         boolean primary key default true check (one),
  secret      text not null check (length(secret) >= 32),
  derived_ids text not null check (derived_ids in ('keyed', 'plain'))
);
comment on table installation_key is 'local: the secret that ids derived from a sender''s references depend on. plain: deliveries were taken in before there was a secret, and their ids stay as they are';
insert into installation_key (secret, derived_ids)
select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  case when exists (select from delivery) then 'plain' else 'keyed' end;

create table reserved_reference (
  mark text primary key
);
comment on table reserved_reference is 'local: marks, by the installation''s secret, of what a sender called rounds and images that a reservation has de-identified: a later delivery does not bring them back. A mark leads to no row and no person';

create function reserved_mark(secret text, id uuid) returns text
  language sql immutable parallel safe
  return encode(sha256(convert_to(secret || ':reserved:' || id, 'UTF8')), 'hex');

create table different_people (
  person_id  uuid not null references person,
  other_id   uuid not null,
  decided_on date not null,
  by_user    text not null,
  primary key (person_id, other_id),
  check (person_id <> other_id)
);
comment on table different_people is 'person: append-only; two records that look like one person and are two, by whose word; written once for each of them';
alter table different_people enable row level security;
grant select, insert on different_people to runde_app;
create policy different_people_access on different_people for all to runde_app
  using (exists (select from person p where p.person_id = different_people.person_id));
