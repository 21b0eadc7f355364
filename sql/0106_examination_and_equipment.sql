-- The radiographer's workplace (what was done while the system was down or the bus without network, audit of image
-- quality) and the physicist's: machines, displays and reading rooms with their tests.

alter table staff_user drop constraint staff_user_role_check;
alter table staff_user add constraint staff_user_role_check
  check (role in ('office', 'coordinator', 'radiographer', 'radiologist', 'physicist', 'researcher', 'administrator'));

create table day_entry (
  person_id      uuid not null,
  entry_id       uuid not null,
  appointment_id uuid not null,
  centre_id      text not null references centre,
  unit_id        text not null references unit,
  day            date not null,
  source         text not null check (source in ('paper', 'offline')),
  kind           text not null check (kind in ('arrived', 'examined', 'not-screened')),
  performed_by   text not null,
  arrived_at     time,
  done_at        time,
  content        jsonb not null default '{}',
  state          text not null check (state in ('recorded', 'nothing-new', 'conflict', 'set-aside')),
  conflict       text,
  entered_by     text not null,
  entered_on     date not null,
  settled_by     text,
  settled_on     date,
  settled_because text,
  recorded_at    timestamptz not null default now(),
  primary key (person_id, entry_id),
  foreign key (person_id, appointment_id) references appointment on update cascade,
  check ((state = 'conflict') = (conflict is not null and settled_on is null))
);
comment on table day_entry is 'person: what was done at a unit without the system and sent afterwards, each once by its id. The content is kept while a conflict is unsettled, and of what was set aside';
create index day_entry_open on day_entry (centre_id) where state = 'conflict';

-- Peer audit of image quality. The sample is drawn from its seed, so that it can be drawn again and compared.
create table image_sample (
  sample_id  uuid primary key,
  centre_id  text not null references centre,
  from_day   date not null,
  to_day     date not null check (to_day >= from_day),
  per_radiographer smallint not null check (per_radiographer between 1 and 500),
  seed       text not null,
  drawn_on   date not null,
  drawn_by   text not null
);
comment on table image_sample is 'local: a sample of examinations whose images peers grade again, drawn by chance from its seed';

create table image_sample_case (
  person_id      uuid not null,
  sample_id      uuid not null,
  examination_id uuid not null,
  centre_id      text not null references centre,
  place          integer not null,
  radiographer   text not null,
  grader         text,
  graded_on      date,
  primary key (person_id, sample_id, examination_id),
  foreign key (person_id, examination_id) references examination on update cascade,
  check ((grader is null) = (graded_on is null))
);
comment on table image_sample_case is 'person: an examination of a sample, in the order drawn, and who graded it when';
create index image_sample_case_open on image_sample_case (sample_id, place) where grader is null;

create table image_audit (
  person_id      uuid not null,
  sample_id      uuid not null,
  examination_id uuid not null,
  view           text not null check (view in ('LCC', 'RCC', 'LMLO', 'RMLO')),
  quality        text not null check (quality in ('P', 'A', 'I')),
  comments       text[] not null default '{}',
  primary key (person_id, sample_id, examination_id, view),
  foreign key (person_id, sample_id, examination_id) references image_sample_case on update cascade
);
comment on table image_audit is 'person: append-only; a peer''s grade of one image, given without seeing the radiographer''s own';

create table equipment (
  equipment_id uuid primary key,
  centre_id    text not null references centre,
  unit_id      text references unit,
  room_id      uuid references equipment,
  kind         text not null check (kind in ('mammograph', 'display', 'reading-room')),
  name         text not null,
  maker        text,
  model        text,
  serial       text,
  in_use_from  date not null,
  state        text not null check (state in ('in-use', 'out-of-use', 'retired')),
  version      integer not null default 1,
  check ((kind = 'mammograph') = (unit_id is not null)),
  check (room_id is null or kind = 'display')
);
comment on table equipment is 'local: mammography machines of the units, displays and reading rooms of the centres';
create index equipment_centre on equipment (centre_id, kind);

create table equipment_test (
  test_id      uuid primary key,
  equipment_id uuid not null references equipment,
  centre_id    text not null references centre,
  test         text not null,
  done_on      date not null,
  done_by      text not null,
  instrument   text not null default '',
  measured     jsonb not null,
  findings     jsonb not null,
  result       text not null check (result in ('passed', 'failed', 'suspended')),
  note         text not null default '',
  entered_by   text not null,
  entered_on   date not null,
  recorded_at  timestamptz not null default now()
);
comment on table equipment_test is 'local: append-only; one test with what was measured, each figure with the limit it was held to then, and the result by rule';
create index equipment_test_latest on equipment_test (equipment_id, test, done_on desc);

create table equipment_event (
  event_id     uuid primary key,
  equipment_id uuid not null references equipment,
  centre_id    text not null references centre,
  day          date not null,
  kind         text not null check (kind in ('registered', 'taken-out-of-use', 'put-back', 'service-called', 'repaired', 'note', 'retired')),
  test_id      uuid references equipment_test,
  note         text not null default '',
  by_user      text not null,
  recorded_at  timestamptz not null default now()
);
comment on table equipment_event is 'local: append-only; what has happened to a machine, display or room';
create index equipment_event_equipment on equipment_event (equipment_id, day);

create table equipment_follow_up (
  test_id      uuid primary key references equipment_test,
  equipment_id uuid not null references equipment,
  centre_id    text not null references centre,
  opened_on    date not null,
  due_on       date not null,
  closed_on    date,
  closed_by    text,
  closed_by_test uuid references equipment_test,
  closed_because text,
  check ((closed_on is null) = (closed_by is null))
);
comment on table equipment_follow_up is 'local: a test that failed and has to be mended by a day; closed by a test that passes, or by hand with the reason';
create index equipment_follow_up_open on equipment_follow_up (centre_id) where closed_on is null;

grant select, insert on day_entry, image_sample, image_sample_case, image_audit, equipment, equipment_test, equipment_event,
  equipment_follow_up to runde_app;
grant update on day_entry, image_sample_case, equipment, equipment_follow_up to runde_app;

alter table day_entry enable row level security;
alter table image_sample enable row level security;
alter table image_sample_case enable row level security;
alter table image_audit enable row level security;
alter table equipment enable row level security;
alter table equipment_test enable row level security;
alter table equipment_event enable row level security;
alter table equipment_follow_up enable row level security;

create policy day_entry_access on day_entry for all to runde_app using (actor_sees_centre(centre_id));
create policy image_sample_access on image_sample for all to runde_app using (actor_sees_centre(centre_id));
create policy image_sample_case_access on image_sample_case for all to runde_app using (actor_sees_centre(centre_id));
create policy image_audit_access on image_audit for all to runde_app
  using (exists (select from image_sample_case c where c.person_id = image_audit.person_id
    and c.sample_id = image_audit.sample_id and c.examination_id = image_audit.examination_id));
create policy equipment_access on equipment for all to runde_app using (actor_sees_centre(centre_id));
create policy equipment_test_access on equipment_test for all to runde_app using (actor_sees_centre(centre_id));
create policy equipment_event_access on equipment_event for all to runde_app using (actor_sees_centre(centre_id));
create policy equipment_follow_up_access on equipment_follow_up for all to runde_app using (actor_sees_centre(centre_id));
