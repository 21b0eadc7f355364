-- Reading protocols: drafts that are written, versions that are approved, and which of them each centre reads by.

alter table reading_protocol add title text not null default '';
alter table reading_protocol add source text not null default '';
alter table reading_protocol add approved_by text;
alter table reading_protocol add retired_on date;
alter table reading_protocol add retired_by text;
grant update (retired_on, retired_by) on reading_protocol to runde_app;

create table protocol_draft (
  id         text not null,
  version    text not null,
  definition jsonb not null,
  title      text not null check (length(title) between 2 and 200),
  source     text not null check (length(source) <= 500),
  written_by text not null,
  written_on date not null,
  -- Counts the times it was saved: of two who write at the same time, the second is told.
  edit       int not null default 1,
  primary key (id, version)
);
comment on table protocol_draft is 'local: reading protocols that are being written; approved, one moves to reading_protocol and never changes again';

-- What was decided last for a day holds from that day on; nothing is overwritten. Cases keep what they were opened under.
create table protocol_use (
  centre_id        text not null references centre,
  seq              int not null check (seq > 0),
  from_day         date not null,
  protocol_id      text not null,
  protocol_version text not null,
  arm              text not null,
  decided_by       text not null,
  decided_on       date not null,
  decided_at       timestamptz not null default now(),
  primary key (centre_id, seq),
  foreign key (protocol_id, protocol_version) references reading_protocol,
  check (from_day >= decided_on)
);
comment on table protocol_use is 'local: append-only: the reading protocol, and its arm, that a centre reads by from a day on, outside studies';
create index protocol_use_protocol on protocol_use (protocol_id, protocol_version);

grant select, insert, update, delete on protocol_draft to runde_app;
grant select, insert on protocol_use to runde_app;
alter table protocol_use enable row level security;
create policy protocol_use_access on protocol_use for all to runde_app
  using (actor_sees_centre(centre_id));
