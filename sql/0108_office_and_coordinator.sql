-- What the programme office and the centres' coordinators keep: times that take longer, units' exceptions, what a
-- rebooking did so that it can be undone, and notes about a woman.

alter table appointment add column also_at time;
comment on column appointment.also_at is 'she needs longer: the time after hers, at the same unit and day, is hers too';

alter table unit add column step_free boolean;
comment on column unit.step_free is 'whether one gets in without stairs; null = as its kind usually is (a stationary unit yes, a mobile one no)';

create table unit_special_day (
  unit_id      text not null references unit,
  day          date not null,
  opens_at     time not null,
  closes_at    time not null check (closes_at > opens_at),
  slot_minutes smallint not null check (slot_minutes between 3 and 60),
  places       smallint not null check (places between 1 and 20),
  reason       text not null,
  primary key (unit_id, day)
);
comment on table unit_special_day is 'reference: a day on which a unit has other hours than its week says, also on a holiday';

create table unit_block (
  unit_id text not null references unit,
  day     date not null,
  from_at time not null,
  to_at   time not null check (to_at > from_at),
  reason  text not null,
  primary key (unit_id, day, from_at)
);
comment on table unit_block is 'reference: times of a day at which a unit takes nobody (meeting, service)';

create table rebooking (
  rebooking_id uuid primary key,
  cause        text not null check (cause in ('unit-paused', 'area-paused', 'hours', 'day-changed')),
  unit_id      text references unit,
  centre_id    text not null references centre,
  from_day     date not null,
  reason       text not null,
  before       jsonb not null,
  affected     integer not null,
  rebooked     integer not null,
  made_on      date not null,
  made_by      text not null,
  undone_on    date,
  undone_by    text,
  check ((undone_on is null) = (undone_by is null))
);
comment on table rebooking is 'local: each time the programme took times away and gave others; before = how the unit or area stood, so that it can be undone';
create index rebooking_centre on rebooking (centre_id, made_on);

create table rebooked (
  person_id      uuid not null,
  rebooking_id   uuid not null,
  appointment_id uuid not null,
  given_id       uuid,
  primary key (person_id, rebooking_id),
  foreign key (person_id, appointment_id) references appointment on update cascade
);
comment on table rebooked is 'person: append-only; whom a rebooking took a time from, and the appointment she was given for it at once';
create index rebooked_of on rebooked (rebooking_id);
create index rebooked_appointment on rebooked (person_id, appointment_id);

create table woman_note (
  person_id   uuid not null references person,
  note_id     uuid not null,
  written_on  date not null,
  written_by  text not null,
  words       text not null check (length(words) between 1 and 1000),
  handover    boolean not null,
  done_on     date,
  done_by     text,
  recorded_at timestamptz not null default now(),
  primary key (person_id, note_id),
  check ((done_on is null) = (done_by is null))
);
comment on table woman_note is 'person: notes about a woman for those who work with her; a handover stands on the centre''s list until somebody has dealt with it';
create index woman_note_open on woman_note (written_on) where handover and done_on is null;

grant select, insert on unit_special_day, unit_block, rebooking, rebooked, woman_note to runde_app;
grant update on unit_special_day, unit_block, woman_note to runde_app;
grant update (undone_on, undone_by) on rebooking to runde_app;
grant delete on unit_special_day, unit_block to runde_app;

alter table rebooking enable row level security;
alter table rebooked enable row level security;
alter table woman_note enable row level security;
create policy rebooking_access on rebooking for all to runde_app
  using (actor_sees_centre(centre_id));
create policy rebooked_access on rebooked for all to runde_app
  using (exists (select from appointment a where a.person_id = rebooked.person_id and a.appointment_id = rebooked.appointment_id));
create policy woman_note_access on woman_note for all to runde_app
  using (exists (select from person p where p.person_id = woman_note.person_id) and not coalesce(actor_is(person_id), false));
