-- The audit chain: every look at a woman and every change, each entry bound to the one before by its hash.

create table audit_entry (
  seq       bigint primary key,
  at        timestamptz not null,
  today     date not null,
  actor     text not null,
  role      text not null,
  action    text not null,
  person_id uuid,
  detail    jsonb not null,
  prev_hash text not null,
  hash      text not null
);
comment on table audit_entry is 'local: append-only; hash = SHA-256 over the entry and prev_hash. It is for investigation and never feeds a decision';
create index audit_entry_person on audit_entry (person_id, seq);

create table audit_head (
  one  boolean primary key default true check (one),
  seq  bigint not null,
  hash text not null
);
comment on table audit_head is 'local: the last entry of the chain; locked while entries are appended';
insert into audit_head (seq, hash) values (0, repeat('0', 64));
insert into programme_clock (today) values (null);
