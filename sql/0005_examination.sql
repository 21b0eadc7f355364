-- The clinic day: interview, images and their quality.

create table examination (
  person_id      uuid not null,
  examination_id uuid not null,
  episode_id     uuid not null,
  appointment_id uuid,
  centre_id      text not null references centre,
  unit_id        text not null references unit,
  day            date not null,
  radiographer   text not null,
  modality       text not null check (modality in ('DM', 'DBT')),
  result         text not null check (result in ('complete', 'partial', 'technical-recall')),
  symptoms       boolean not null,
  implants       boolean not null,
  interview      jsonb not null default '{}',
  primary key (person_id, examination_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table examination is 'person: append-only; one imaging session. technical-recall = images must be taken again';
create index examination_episode on examination (person_id, episode_id);
create index examination_day on examination (centre_id, day);

create table image (
  person_id      uuid not null,
  examination_id uuid not null,
  image_id       uuid not null,
  view           text not null check (view in ('LCC', 'RCC', 'LMLO', 'RMLO')),
  taken          boolean not null,
  missing_reason text,
  retakes        smallint not null default 0,
  quality        text check (quality in ('P', 'A', 'I')),
  quality_comments text[] not null default '{}',
  primary key (person_id, image_id),
  unique (person_id, examination_id, view),
  foreign key (person_id, examination_id) references examination on update cascade,
  check (taken or missing_reason is not null)
);
comment on table image is 'person: append-only; the four views or why not, retakes, and the radiographer''s own PAI grade';
