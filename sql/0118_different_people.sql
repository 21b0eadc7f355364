-- A decision that two records are two women can be taken back, and made again. Each stays, with who took it back.
alter table different_people
  add column decision integer not null default 1,
  add column taken_back_on date,
  add column taken_back_by text,
  add check ((taken_back_on is null) = (taken_back_by is null));
alter table different_people drop constraint different_people_pkey;
alter table different_people add primary key (person_id, other_id, decision);
create unique index different_people_in_force on different_people (person_id, other_id) where taken_back_on is null;
comment on table different_people is 'person: two records that look like one person and are two, by whose word; written once for each of them; in force until somebody takes it back';
grant update (taken_back_on, taken_back_by) on different_people to runde_app;
