-- The quality manual (each centre's yearly answers and their follow-up) and the centres' portal (news, documents, meetings).

create table manual_edition (
  id         text not null,
  version    text not null,
  definition jsonb not null,
  loaded_on  date not null,
  loaded_by  text not null,
  primary key (id, version)
);
comment on table manual_edition is 'reference: editions of the quality manual, as loaded by the office; the one that comes with the product stands in programmes/manuals';

create table manual_year (
  year            smallint primary key check (year between 1990 and 2200),
  edition_id      text not null,
  edition_version text not null,
  due_on          date not null,
  opened_on       date not null,
  opened_by       text not null
);
comment on table manual_year is 'local: the years for which the centres answer the manual, and by which edition';

-- What happened with one centre's answers for one year, in order; all else is derived from it (core/manual/progress.ts).
-- The key is the lock: of two who write after the same entry, one is refused and sees the other's.
create table manual_entry (
  centre_id text not null references centre,
  year      smallint not null references manual_year,
  seq       int not null check (seq > 0),
  entry     jsonb not null,
  day       date not null,
  at        timestamptz not null default now(),
  by_user   text not null,
  primary key (centre_id, year, seq)
);
comment on table manual_entry is 'local: append-only log of a centre''s answers to the manual for a year';

create table document (
  document_id  uuid primary key default gen_random_uuid(),
  kind         text not null check (kind in ('procedure', 'report', 'minutes', 'form', 'training', 'evidence')),
  title        text not null check (length(title) between 2 and 200),
  file_name    text not null,
  media_type   text not null,
  bytes        bytea not null,
  sha256       text not null,
  centre_id    text references centre,
  added_on     date not null,
  added_at     timestamptz not null default now(),
  added_by     text not null,
  replaces     uuid references document,
  withdrawn_on date
);
comment on table document is 'local: documents of the programme (no centre: for all) and of one centre; a new version replaces, nothing is overwritten';
create unique index document_replaced_once on document (replaces) where replaces is not null;

create table news (
  news_id      uuid primary key default gen_random_uuid(),
  title        text not null check (length(title) between 2 and 200),
  body         text not null check (length(body) between 2 and 20000),
  centre_id    text references centre,
  must_read    boolean not null,
  published_on date not null,
  published_at timestamptz not null default now(),
  published_by text not null,
  withdrawn_on date
);
comment on table news is 'local: news from the programme office to one centre, or to all (no centre)';

create table news_read (
  news_id uuid not null references news,
  user_id text not null references staff_user,
  at      timestamptz not null default now(),
  primary key (news_id, user_id)
);
comment on table news_read is 'local: who has said that she has read a piece of news';

create table meeting (
  meeting_id   uuid primary key default gen_random_uuid(),
  title        text not null check (length(title) between 2 and 200),
  day          date not null,
  starts_at    time not null,
  ends_at      time not null check (ends_at > starts_at),
  place        text not null,
  agenda       text not null,
  centre_id    text references centre,
  minutes_id   uuid references document,
  cancelled_on date,
  called_by    text not null,
  called_on    date not null
);
comment on table meeting is 'local: meetings that the programme calls, for one centre or for all (no centre)';

create table meeting_reply (
  meeting_id uuid not null references meeting,
  user_id    text not null references staff_user,
  coming     boolean not null,
  at         timestamptz not null default now(),
  primary key (meeting_id, user_id)
);
comment on table meeting_reply is 'local: who comes to a meeting';

grant select, insert on manual_edition, manual_year, manual_entry, document, news, news_read, meeting, meeting_reply to runde_app;
grant update (withdrawn_on) on document, news to runde_app;
grant update (minutes_id, cancelled_on) on meeting to runde_app;
grant update (coming, at) on meeting_reply to runde_app;

alter table manual_entry enable row level security;
alter table document enable row level security;
alter table news enable row level security;
alter table meeting enable row level security;

create policy manual_entry_access on manual_entry for all to runde_app
  using (actor_sees_centre(centre_id));
-- What has no centre is for everyone to read and for the office (who sees all) to write.
create policy document_read on document for select to runde_app
  using (centre_id is null or actor_sees_centre(centre_id));
create policy document_write on document for insert to runde_app
  with check (actor_sees_centre(coalesce(centre_id, '*')));
create policy document_withdraw on document for update to runde_app
  using (actor_sees_centre(coalesce(centre_id, '*')));
create policy news_read_access on news for select to runde_app
  using (centre_id is null or actor_sees_centre(centre_id));
create policy news_write on news for insert to runde_app
  with check (actor_sees_centre(coalesce(centre_id, '*')));
create policy news_withdraw on news for update to runde_app
  using (actor_sees_centre(coalesce(centre_id, '*')));
create policy meeting_read on meeting for select to runde_app
  using (centre_id is null or actor_sees_centre(centre_id));
create policy meeting_write on meeting for insert to runde_app
  with check (actor_sees_centre(coalesce(centre_id, '*')));
create policy meeting_change on meeting for update to runde_app
  using (actor_sees_centre(coalesce(centre_id, '*')));
