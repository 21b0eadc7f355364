-- Assessment, pathology, treatment and cancers.

create table assessment_appointment (
  person_id      uuid not null,
  appointment_id uuid not null,
  episode_id     uuid not null,
  centre_id      text not null references centre,
  day            date not null,
  at             time not null,
  status         text not null check (status in ('booked', 'moved', 'cancelled', 'attended', 'did-not-attend')),
  version        integer not null default 1,
  primary key (person_id, appointment_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table assessment_appointment is 'person: a time for assessment at the breast centre';
create unique index assessment_appointment_live on assessment_appointment (person_id, episode_id) where status = 'booked';
create index assessment_appointment_day on assessment_appointment (centre_id, day);

create table assessment (
  person_id     uuid not null,
  assessment_id uuid not null,
  episode_id    uuid not null,
  centre_id     text not null references centre,
  day           date not null,
  assessor      text not null,
  procedures    text[] not null,
  result        text not null check (result in ('negative', 'benign', 'malignant', 'awaiting-pathology')),
  note          text,
  recorded_at   timestamptz not null default now(),
  primary key (person_id, assessment_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table assessment is 'person: append-only; what was done at assessment and what it showed. A later row of the episode supersedes awaiting-pathology';
create index assessment_episode on assessment (person_id, episode_id);

create table pathology (
  person_id    uuid not null,
  pathology_id uuid not null,
  episode_id   uuid not null,
  reported_on  date not null,
  side         text not null check (side in ('left', 'right')),
  specimen     text not null check (specimen in ('biopsy', 'surgery')),
  conclusion   text not null check (conclusion in ('benign', 'dcis', 'invasive', 'insufficient')),
  histology    text,
  size_mm      numeric check (size_mm > 0 and size_mm <= 300),
  grade        smallint check (grade between 1 and 3),
  nodes        text check (nodes in ('negative', 'positive', 'unknown')),
  er           text check (er in ('negative', 'positive', 'unknown')),
  pr           text check (pr in ('negative', 'positive', 'unknown')),
  her2         text check (her2 in ('negative', 'positive', 'unknown')),
  primary key (person_id, pathology_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table pathology is 'person: append-only; pathology reports, size in mm';

create table treatment (
  person_id    uuid not null,
  treatment_id uuid not null,
  episode_id   uuid not null,
  day          date not null,
  kind         text not null check (kind in ('conserving', 'mastectomy', 'neoadjuvant', 'none')),
  primary key (person_id, treatment_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table treatment is 'person: append-only; first treatments';

create table cancer (
  person_id    uuid not null references person,
  cancer_id    uuid not null,
  diagnosed_on date not null,
  side         text not null check (side in ('left', 'right', 'both', 'unknown')),
  behaviour    text not null check (behaviour in ('dcis', 'invasive')),
  histology    text not null,
  size_mm      numeric check (size_mm > 0 and size_mm <= 300),
  grade        smallint check (grade between 1 and 3),
  nodes        text not null check (nodes in ('negative', 'positive', 'unknown')),
  er           text not null check (er in ('negative', 'positive', 'unknown')),
  pr           text not null check (pr in ('negative', 'positive', 'unknown')),
  her2         text not null check (her2 in ('negative', 'positive', 'unknown')),
  surgery      text not null check (surgery in ('conserving', 'mastectomy', 'none', 'unknown')),
  treated_on   date,
  detection    text check (detection in ('screen-detected', 'interval', 'outside')),
  interval_window text check (interval_window in ('0-11', '12-23')),
  episode_id   uuid,
  version      integer not null default 1,
  primary key (person_id, cancer_id),
  check ((detection = 'interval') = (interval_window is not null) or detection is null)
);
comment on table cancer is 'person: the cancer registry''s registrations. detection, interval_window and episode_id are classified by rule and derivable';
create index cancer_diagnosed on cancer (diagnosed_on);
