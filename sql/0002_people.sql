-- People: the register's view of each person, and the two registers a woman may enter herself in.

create table person (
  person_id        uuid primary key,
  kind             text not null default 'known' check (kind in ('known', 'deidentified', 'merged')),
  identity_number  text check (identity_number ~ '^\d{11}$'),
  birth_date       date not null,
  sex              text not null check (sex in ('female', 'male', 'unknown')),
  given_name       text,
  family_name      text,
  address          text,
  postal_code      text references postal_code,
  municipality     text references municipality,
  centre_id        text not null references centre,
  country_of_birth text,
  phone            text,
  digital          boolean not null default false,
  language         text not null default 'nb' check (language in ('nb', 'nn', 'en', 'se')),
  status           text not null check (status in ('resident', 'emigrated', 'dead')),
  status_on        date not null,
  merged_into      uuid,
  needs            jsonb not null default '{}',
  last_screened_on date,
  version          integer not null default 1,
  check ((kind = 'known') = (identity_number is not null and family_name is not null))
);
comment on table person is 'person: one row a person, as the population register sees her. A de-identified person keeps birth year (1 January), sex and centre only';
comment on column person.last_screened_on is 'derived: latest screened appointment; held equal by test';
create index person_centre on person (centre_id, birth_date);
create index person_name on person (lower(family_name), lower(given_name));

create table identity_number (
  identity_number text primary key,
  person_id       uuid not null,
  current         boolean not null default true
);
comment on table identity_number is 'local: which person a number, present or former, belongs to';

create table person_event (
  person_id  uuid not null references person on update cascade,
  event_id   uuid not null,
  happened_on date not null,
  kind       text not null,
  detail     jsonb not null default '{}',
  recorded_at timestamptz not null default now(),
  primary key (person_id, event_id)
);
comment on table person_event is 'person: append-only; what the register reported: birth, move, death, emigration, return, correction, merge';

create table invitation_stop (
  person_id  uuid not null references person,
  stop_id    uuid not null,
  from_day   date not null,
  lifted_on  date,
  reason     text not null,
  primary key (person_id, stop_id)
);
comment on table invitation_stop is 'person: the register of those who do not wish to be invited';

create table storage_reservation (
  person_id      uuid not null references person,
  reservation_id uuid not null,
  from_day       date not null,
  lifted_on      date,
  carried_out_on date,
  primary key (person_id, reservation_id)
);
comment on table storage_reservation is 'person: the register of reservations against storing normal findings; carried_out_on = earlier normal findings de-identified';
