-- Deliveries received and snapshots made.

create table delivery (
  delivery_id uuid primary key,
  sender      text not null,
  name        text not null,
  sha256      text not null,
  data_cut    date not null,
  rows        jsonb not null,
  received_at timestamptz not null default now(),
  unique (sender, name)
);
comment on table delivery is 'local: deliveries taken in whole; the same delivery again is recognised by sha256 of its manifest';

create table snapshot (
  snapshot_id text primary key,
  data_cut    date not null,
  folder      text not null,
  rows        jsonb not null,
  sha256      text not null,
  code_version text not null,
  made_at     timestamptz not null default now()
);
comment on table snapshot is 'local: immutable snapshots for figures, one folder of Parquet files each';
