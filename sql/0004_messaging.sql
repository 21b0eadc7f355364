-- The transactional outbox: a message is decided in the same transaction as its cause.

create table message (
  person_id      uuid not null references person,
  message_id     uuid not null,
  cause          text not null,
  kind           text not null check (kind in ('invitation', 'reminder', 'sms-reminder', 'result-normal', 'recall', 'technical-recall', 'moved', 'cancelled', 'assessment-result')),
  channel        text not null check (channel in ('letter', 'sms')),
  language       text not null check (language in ('nb', 'nn', 'en', 'se')),
  reference      text not null,
  episode_id     uuid,
  appointment_id uuid,
  decided_on     date not null,
  content        jsonb not null,
  state          text not null check (state in ('waiting', 'sent', 'delivered', 'failed', 'withdrawn')),
  step           text not null,
  attempts       integer not null default 0,
  next_try_at    timestamptz,
  next_step_on   date,
  last_error     text,
  primary key (person_id, message_id),
  unique (person_id, cause)
);
comment on table message is 'person: one message to one person. cause makes it unique (invitation:<appointment>), step = the step of the cascade it stands at (digital, print, sms, person); reference is printed on it';
create index message_work on message (state, next_try_at) where state in ('waiting', 'failed');
create index message_cascade on message (next_step_on) where state = 'sent';
create index message_reference on message (reference);
create index message_decided on message (decided_on);

create table message_delivery (
  person_id       uuid not null,
  message_id      uuid not null,
  idempotency_key text not null,
  event           text not null check (event in ('accepted', 'delivered', 'opened', 'printed', 'refused', 'error', 'given-up', 'resent', 'not-opened', 'withdrawn', 'handled')),
  step            text not null,
  day             date not null,
  detail          jsonb not null default '{}',
  recorded_at     timestamptz not null default now(),
  primary key (person_id, message_id, idempotency_key, event),
  foreign key (person_id, message_id) references message on update cascade
);
create index message_delivery_day on message_delivery (day);
comment on table message_delivery is 'person: append-only; what each channel reported';

create table print_batch (
  number     integer primary key,
  day        date not null,
  letters    integer not null,
  folder     text not null,
  sha256     text not null
);
comment on table print_batch is 'local: numbered batches of paper letters; sha256 is of the manifest';
