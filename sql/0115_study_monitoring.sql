-- Monitoring of studies: the deviation log, reports to the safety board, frozen data sets for analysis, and dry runs.

create table study_deviation (
  person_id      uuid not null,
  deviation_id   uuid not null,
  study_id       text not null references study,
  examination_id uuid not null,
  centre_id      text not null references centre,
  kind           text not null check (kind in ('consent', 'eligibility', 'reading', 'assessment', 'data', 'other')),
  words          text not null check (length(words) between 5 and 2000),
  happened_on    date not null,
  recorded_on    date not null,
  recorded_by    text not null,
  primary key (person_id, deviation_id),
  foreign key (person_id, examination_id) references examination on update cascade
);
comment on table study_deviation is 'person: append-only; departures from a study''s protocol as people have entered them. Those in the reading are found by the interpreter besides (core/studies/trial-row.ts)';
create index study_deviation_study on study_deviation (study_id, recorded_on);

-- What the board was shown, as it was shown. It tells the arms apart, so requests cannot read it: the programme's own hand
-- does, for those who may (server/studies/with-arms.ts).
create table study_safety_report (
  study_id    text not null references study,
  number      int not null check (number > 0),
  version     text not null,
  data_day    date not null,
  information double precision not null check (information >= 0),
  content     jsonb not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_by     text not null,
  made_at     timestamptz not null default clock_timestamp(),
  primary key (study_id, number)
);
comment on table study_safety_report is 'local: append-only; reports to a study''s safety board. information = share of the planned, which the next look''s boundary is reckoned from';

create table study_data_cut (
  cut_id      text primary key,
  study_id    text not null references study,
  version     text not null,
  data_cut    date not null,
  snapshot_id text not null references snapshot,
  folder      text not null,
  rows        int not null,
  left_out    jsonb not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  purpose     text not null check (length(purpose) between 5 and 500),
  made_by     text not null,
  made_on     date not null,
  made_at     timestamptz not null default clock_timestamp()
);
comment on table study_data_cut is 'local: append-only; frozen data sets for analysis, one folder each with data, dictionary and manifest. left_out = how many by reason';
create index study_data_cut_study on study_data_cut (study_id, made_at);

create table study_dry_run (
  run_id    uuid primary key,
  study_id  text not null references study,
  version   text not null,
  options   jsonb not null,
  state     text not null check (state in ('running', 'done', 'failed')),
  progress  jsonb not null default '{}',
  result    jsonb,
  seen_at   timestamptz not null default clock_timestamp(),
  asked_by  text not null,
  asked_on  date not null,
  check ((state = 'done') = (result is not null))
);
comment on table study_dry_run is 'local: dry runs of a study on simulated women; seen_at = when the one who runs it last gave a sign';
create index study_dry_run_study on study_dry_run (study_id, seen_at);

grant select, insert on study_deviation, study_dry_run to runde_app;
grant select on study_data_cut to runde_app;
grant select (study_id, number, version, data_day, information, sha256, made_by, made_at) on study_safety_report to runde_app;

alter table study_deviation enable row level security;
create policy study_deviation_access on study_deviation for all to runde_app
  using (actor_sees_centre(centre_id));
