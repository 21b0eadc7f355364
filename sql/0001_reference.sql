-- Geography, organisation and the programme's clock: what every area points at.
-- Each table's comment starts with its kind (person, reference or local); test/schema-lint.test.ts holds the rules of each.

create table region (
  id   text primary key,
  name text not null
);
comment on table region is 'reference: regional health authorities';

create table centre (
  id         text primary key,
  name       text not null,
  short_name text not null,
  region_id  text not null references region,
  town       text not null,
  phone      text,
  paused_on  date,
  pause_reason text
);
comment on table centre is 'reference: breast centres; an area of the programme is what one centre serves. paused_on: no new invitations from that day';

create table unit (
  id           text primary key,
  name         text not null,
  centre_id    text not null references centre,
  kind         text not null check (kind in ('stationary', 'mobile')),
  municipality text not null,
  latitude     double precision not null,
  longitude    double precision not null,
  paused_on    date,
  pause_reason text
);
comment on table unit is 'reference: screening units (in the demo country they are invented)';

create table unit_stop (
  unit_id      text not null references unit,
  starts_on    date not null,
  ends_on      date not null check (ends_on >= starts_on),
  place        text not null,
  municipality text not null,
  latitude     double precision not null,
  longitude    double precision not null,
  primary key (unit_id, starts_on)
);
comment on table unit_stop is 'reference: where a mobile unit stands from day to day';

create table unit_hours (
  unit_id        text not null references unit,
  weekday        smallint not null check (weekday between 1 and 7),
  opens_at       time not null,
  closes_at      time not null check (closes_at > opens_at),
  slot_minutes   smallint not null check (slot_minutes between 3 and 60),
  places         smallint not null check (places between 1 and 20),
  primary key (unit_id, weekday)
);
comment on table unit_hours is 'reference: opening hours by ISO weekday; places = women examined at the same time';

create table unit_closure (
  unit_id text not null references unit,
  day     date not null,
  reason  text not null,
  primary key (unit_id, day)
);
comment on table unit_closure is 'reference: days a unit is closed besides holidays';

create table municipality (
  id        text primary key,
  name      text not null,
  county    text not null,
  centre_id text not null references centre,
  norm      text not null check (norm in ('nb', 'nn', 'neutral'))
);
comment on table municipality is 'reference: municipalities of 2024, the centre that serves each, and its written norm';

create table postal_code (
  code         text primary key,
  place        text not null,
  municipality text not null references municipality,
  latitude     double precision,
  longitude    double precision
);
comment on table postal_code is 'reference: postal codes with coordinates where known';

create table reading_protocol (
  id         text not null,
  version    text not null,
  definition jsonb not null,
  active_from date not null,
  primary key (id, version)
);
comment on table reading_protocol is 'reference: reading protocols that have been approved; a case keeps the version it was opened under';

create table staff_user (
  id        text primary key,
  name      text not null,
  role      text not null check (role in ('office', 'coordinator', 'radiographer', 'radiologist', 'researcher', 'administrator')),
  centre_id text references centre,
  active    boolean not null default true,
  senior    boolean not null default false,
  check (role in ('office', 'researcher', 'administrator') or centre_id is not null)
);
comment on table staff_user is 'local: people who work in the programme; no centre = sees all centres';

create table programme_clock (
  one   boolean primary key default true check (one),
  today date,
  day_step text
);
comment on table programme_clock is 'local: the programme day; null = the real date. The demo moves it. day_step = the step of the day now being run, so that a crash resumes there';

create table setting (
  key   text primary key,
  value jsonb not null
);
comment on table setting is 'local: facts about this installation, such as the demo seed';
