-- Reading: a case per image set; the protocol decides which tasks are open; reads are append-only.

create table reading_case (
  person_id        uuid not null,
  case_id          uuid not null,
  episode_id       uuid not null,
  examination_id   uuid not null,
  centre_id        text not null references centre,
  protocol_id      text not null,
  protocol_version text not null,
  arm              text not null,
  opened_on        date not null,
  state            text not null check (state in ('reading', 'consensus', 'closed')),
  outcome          text check (outcome in ('negative', 'recall', 'dismissed', 'withdrawn')),
  closed_on        date,
  version          integer not null default 1,
  primary key (person_id, case_id),
  unique (person_id, examination_id),
  foreign key (person_id, episode_id) references episode on update cascade,
  foreign key (person_id, examination_id) references examination on update cascade,
  foreign key (protocol_id, protocol_version) references reading_protocol,
  check ((state = 'closed') = (outcome is not null))
);
comment on table reading_case is 'person: one set of images to be read. negative = closed without consensus';
create index reading_case_open on reading_case (centre_id, state, opened_on) where state <> 'closed';

create table ai_result (
  person_id      uuid not null,
  examination_id uuid not null,
  product        text not null,
  version        text not null,
  analysed_on    date not null,
  score          double precision,
  score_left     double precision,
  score_right    double precision,
  primary key (person_id, examination_id, product, version),
  foreign key (person_id, examination_id) references examination on update cascade
);
comment on table ai_result is 'person: append-only; scores of AI products on their own scale, per breast and examination';

create table read (
  person_id   uuid not null,
  case_id     uuid not null,
  step        text not null,
  revision    smallint not null default 1,
  reader      text not null,
  day         date not null,
  score_left  smallint not null check (score_left between 1 and 5),
  score_right smallint not null check (score_right between 1 and 5),
  findings    jsonb not null default '[]',
  seconds     integer,
  frozen_from timestamptz,
  recorded_at timestamptz not null default now(),
  revises     text,
  primary key (person_id, case_id, step, revision),
  unique nulls not distinct (person_id, case_id, reader, revision, revises),
  foreign key (person_id, case_id) references reading_case on update cascade
);
comment on table read is 'person: append-only; one reader''s opinion, scores 1-5 per breast. A correction before freezing is the next revision; the highest counts. revises = the step whose reader looks again here, at more than she saw then';
create index read_reader on read (reader, day);

create table consensus (
  person_id  uuid not null,
  case_id    uuid not null,
  step       text not null,
  day        date not null,
  members    text[] not null check (cardinality(members) between 2 and 3),
  decision   text not null check (decision in ('recall', 'dismiss')),
  breasts    text[] not null default '{}',
  note       text,
  recorded_at timestamptz not null default now(),
  primary key (person_id, case_id, step),
  foreign key (person_id, case_id) references reading_case on update cascade
);
comment on table consensus is 'person: append-only; what two or three readers decided together';

create table reading_hold (
  person_id  uuid not null,
  case_id    uuid not null,
  hold_id    uuid not null,
  kind       text not null check (kind in ('deferred', 'priors')),
  reader     text not null,
  reason     text not null,
  day        date not null,
  released_on date,
  released_by text,
  primary key (person_id, hold_id),
  foreign key (person_id, case_id) references reading_case on update cascade
);
comment on table reading_hold is 'person: a case set aside, with the reason, or waiting for earlier images';

-- The queue: one row for each open task of a case. Claimed with `for update skip locked`.
create table reading_task (
  person_id   uuid not null,
  case_id     uuid not null,
  step        text not null,
  kind        text not null check (kind in ('read', 'consensus')),
  centre_id   text not null references centre,
  opened_on   date not null,
  not_readers text[] not null default '{}',
  only_reader text,
  senior      boolean not null default false,
  held        boolean not null default false,
  claimed_by  text,
  lease_until timestamptz,
  primary key (person_id, case_id, step)
);
comment on table reading_task is 'local: the open reading tasks, with a short lease for the one who has claimed it; derivable from case, reads and protocol, and tested so';
create index reading_task_queue on reading_task (centre_id, kind, opened_on, case_id, step) where not held;
create index reading_task_claimed on reading_task (claimed_by) where claimed_by is not null;
