-- Indicator sets that the office has loaded from a file. The ones that come with the programme are code (programmes/indicators);
-- a loaded set takes the place of the one with the same id, and earlier versions stay, so that an old figure can be made again.

create table indicator_set (
  id         text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version    text not null,
  definition jsonb not null,
  sha256     text not null,
  loaded_on  date not null,
  loaded_by  text not null,
  loaded_at  timestamptz not null default now(),
  primary key (id, version)
);
comment on table indicator_set is 'reference: indicator sets loaded from a file; append-only, the latest loaded of an id is the one in use';
grant select, insert on indicator_set to runde_app;
