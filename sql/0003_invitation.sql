-- Rounds, episodes, slots and appointments.

create table round_plan (
  plan_id     uuid primary key,
  centre_id   text references centre,
  made_on     date not null,
  from_day    date not null,
  to_day      date not null,
  state       text not null check (state in ('dry-run', 'carried-out')),
  counts      jsonb not null,
  made_by     text not null
);
comment on table round_plan is 'local: each planning run with its counts and reasons, dry or carried out';

create table episode (
  person_id  uuid not null references person,
  episode_id uuid not null,
  number     integer not null check (number >= 1),
  centre_id  text not null references centre,
  due_on     date not null,
  opened_on  date not null,
  prevalent  boolean not null,
  state      text not null check (state in ('invited', 'reading', 'assessment', 'closed')),
  outcome    text check (outcome in ('negative', 'negative-after-assessment', 'cancer', 'not-attended', 'declined', 'not-screened', 'withdrawn')),
  closed_on  date,
  version    integer not null default 1,
  primary key (person_id, episode_id),
  unique (person_id, number),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'closed') = (outcome is not null))
);
comment on table episode is 'person: one person''s round. state says where she is, outcome how it ended; prevalent = no earlier screening examination';
create unique index episode_one_open on episode (person_id) where state <> 'closed';
create index episode_open on episode (centre_id, state) where state <> 'closed';

create table episode_event (
  person_id  uuid not null,
  episode_id uuid not null,
  event_id   uuid not null,
  day        date not null,
  kind       text not null,
  by_user    text not null,
  detail     jsonb not null default '{}',
  recorded_at timestamptz not null default now(),
  primary key (person_id, event_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table episode_event is 'person: append-only; what happened in an episode, by whom: the timeline';
create index episode_event_episode on episode_event (person_id, episode_id);

-- A slot is a time at a unit. `places` already counts the overbooking that the planner allowed;
-- the check is the promise that no slot goes over capacity.
create table slot (
  unit_id  text not null references unit,
  day      date not null,
  at       time not null,
  places   smallint not null check (places >= 0),
  booked   smallint not null default 0 check (booked >= 0),
  primary key (unit_id, day, at),
  check (booked <= places)
);
comment on table slot is 'local: times at units with places and how many are taken; booked is derivable from appointment and tested so';

create table appointment (
  person_id      uuid not null,
  appointment_id uuid not null,
  episode_id     uuid not null,
  centre_id      text not null references centre,
  unit_id        text not null references unit,
  day            date not null,
  at             time not null,
  kind           text not null check (kind in ('ordinary', 'reminder', 'technical-recall')),
  status         text not null check (status in ('invited', 'confirmed', 'moved', 'cancelled', 'checked-in', 'screened', 'partially-screened', 'attended-not-screened', 'did-not-attend')),
  moved_from     uuid,
  version        integer not null default 1,
  primary key (person_id, appointment_id),
  foreign key (person_id, episode_id) references episode on update cascade
);
comment on table appointment is 'person: a time for imaging. Assessment has its own times (assessment_appointment)';
create unique index appointment_one_live on appointment (person_id) where status in ('invited', 'confirmed', 'checked-in');
create index appointment_day on appointment (unit_id, day, at);
create index appointment_episode on appointment (person_id, episode_id);

create table appointment_change (
  person_id      uuid not null,
  appointment_id uuid not null,
  version        integer not null,
  status         text not null,
  day            date not null,
  by_user        text not null,
  reason         text,
  recorded_at    timestamptz not null default now(),
  primary key (person_id, appointment_id, version),
  foreign key (person_id, appointment_id) references appointment on update cascade
);
comment on table appointment_change is 'person: append-only; each status an appointment has had, by whom and why';
