-- What cost most of the two slowest questions.

-- Records that look like one woman are found once a day and with every delivery, not each time that somebody looks: the
-- comparison goes through everyone there is (server/people/note-duplicates.ts).
create table possible_duplicate (
  person_id uuid not null references person,
  other_id  uuid not null,
  found_on  date not null,
  primary key (person_id, other_id),
  check (person_id < other_id)
);
comment on table possible_duplicate is 'person: two records that look like one woman, since when; once for each pair; whether they still do is asked of the records';
alter table possible_duplicate enable row level security;
create policy possible_duplicate_access on possible_duplicate for all to runde_app using ((select actor_sees_all()));
grant select on possible_duplicate to runde_app;
grant insert, delete on possible_duplicate to runde_app;

-- The appointments of a round, answered from the index alone (server/invitation/due-days.ts).
drop index appointment_episode;
create index appointment_episode on appointment (person_id, episode_id) include (day, kind, status);
