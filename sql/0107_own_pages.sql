-- What a woman decides on her own pages, and what women and radiologists answer in surveys.

create table contact_wish (
  person_id  uuid not null references person on update cascade,
  channel    text check (channel in ('digital', 'paper')),
  sms        boolean not null default true,
  phone      text check (phone ~ '^\+\d{8,15}$'),
  language   text check (language in ('nb', 'nn', 'en', 'se')),
  changed_on date not null,
  version    integer not null default 1,
  primary key (person_id)
);
comment on table contact_wish is 'person: how she wishes to be written to; null = as the register has it. The register''s own columns stay what the register said';

create table own_change (
  person_id   uuid not null references person on update cascade,
  change_id   uuid not null,
  episode_id  uuid,
  day         date not null,
  kind        text not null,
  detail      jsonb not null default '{}',
  undoes      uuid,
  recorded_at timestamptz not null default now(),
  primary key (person_id, change_id),
  unique (person_id, undoes),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table own_change is 'person: append-only; what she has done on her own pages: her receipts. undoes = the change that this one takes back, once';
create index own_change_day on own_change (person_id, recorded_at);

create table survey_form (
  id         text not null,
  version    text not null,
  definition jsonb not null,
  active     boolean not null default true,
  loaded_on  date not null,
  loaded_by  text not null,
  primary key (id, version)
);
comment on table survey_form is 'reference: survey forms that the office has loaded from a file (core/surveys/form.ts says their shape); the programme''s own stand in programmes/surveys';

-- Apart from the record: no person_id. respondent is a keyed hash, so that one can take one's answer back and nobody
-- answers twice, and so that the answers alone lead to nobody.
create table survey_answer (
  answer_id    uuid primary key,
  form_id      text not null,
  form_version text not null,
  respondent   text not null check (respondent ~ '^[0-9a-f]{64}$'),
  occasion     text not null,
  centre_id    text references centre,
  month        date not null check (extract(day from month) = 1),
  answers      jsonb not null,
  unique (form_id, respondent, occasion)
);
comment on table survey_answer is 'local: pseudonymous answers to surveys, with month and centre only; respondent = HMAC-SHA-256 of who answered, keyed by the installation';
create index survey_answer_form on survey_answer (form_id, month);

grant select, insert, update on contact_wish to runde_app;
grant select, insert on own_change to runde_app;
grant select, insert, update on survey_form to runde_app;
grant select, insert, delete on survey_answer to runde_app;

alter table contact_wish enable row level security;
alter table own_change enable row level security;
alter table survey_answer enable row level security;

create policy contact_wish_access on contact_wish for all to runde_app
  using (exists (select from person p where p.person_id = contact_wish.person_id));
create policy own_change_access on own_change for all to runde_app
  using (exists (select from person p where p.person_id = own_change.person_id));

-- One's own answer, by the hash that the use case sets for the transaction; all of them only to those who count them.
create policy survey_answer_seen on survey_answer for select to runde_app
  using (respondent = nullif(current_setting('runde.respondent', true), '')
    or current_setting('runde.role', true) in ('office', 'researcher', 'administrator'));
create policy survey_answer_given on survey_answer for insert to runde_app
  with check (respondent = nullif(current_setting('runde.respondent', true), ''));
create policy survey_answer_taken_back on survey_answer for delete to runde_app
  using (respondent = nullif(current_setting('runde.respondent', true), ''));
