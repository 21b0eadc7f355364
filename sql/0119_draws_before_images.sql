-- Draws before the images, the safety board's role, and deviations that the examination itself shows.

alter table study_member drop constraint study_member_role_check;
alter table study_member add constraint study_member_role_check check
  (role in ('principal-investigator', 'site-investigator', 'unblinded-statistician', 'monitor', 'safety-board'));

alter table study_deviation drop constraint study_deviation_kind_check;
alter table study_deviation add constraint study_deviation_kind_check check
  (kind in ('consent', 'eligibility', 'images', 'reading', 'assessment', 'data', 'other'));

-- An examination that is drawn for before its images has its id from then on; it may never be made. The woman's rows follow
-- her when two records of her become one.
alter table allocation drop constraint allocation_person_id_examination_id_fkey;
alter table allocation add foreign key (person_id) references person on update cascade;
alter table study_assessment drop constraint study_assessment_person_id_examination_id_fkey;
alter table study_assessment add foreign key (person_id) references person on update cascade;

create table images_to_take (
  person_id      uuid not null,
  episode_id     uuid not null,
  examination_id uuid not null,
  study_id       text not null references study,
  centre_id      text not null references centre,
  modality       text not null check (modality in ('DM', 'DBT', 'DM+US')),
  day            date not null,
  drawn_by       text not null,
  recorded_at    timestamptz not null default now(),
  primary key (person_id, episode_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table images_to_take is 'person: append-only; draws at check-in: which images she is to have taken in this round, and the id of the examination that will be. A technical recall keeps both for the next time';

grant select, insert on images_to_take to runde_app;
alter table images_to_take enable row level security;
create policy images_to_take_access on images_to_take for all to runde_app
  using ((select actor_sees_all()) or centre_id = any ((select actor_centres())::text[]));
