-- Replays of reading protocols over a snapshot: what was asked, by whom, and the answer, so that a figure can be traced.

create table replay_run (
  run_id       uuid primary key,
  snapshot_id  text not null references snapshot,
  asked        jsonb not null,
  code_version text not null,
  state        text not null default 'running' check (state in ('running', 'done', 'failed')),
  result       jsonb,
  failure      text,
  asked_on     date not null,
  asked_by     text not null,
  asked_at     timestamptz not null default now(),
  ended_at     timestamptz,
  check ((state = 'done') = (result is not null)),
  check ((state = 'failed') = (failure is not null))
);
comment on table replay_run is 'local: replays of protocols over a snapshot. asked = the protocols as they were, product, limits and splits; result = totals, figures, differences and assumptions. Counts only, nobody''s data';
create index replay_run_asked on replay_run (asked_at desc);
grant select, insert on replay_run to runde_app;
grant update (state, result, failure, ended_at) on replay_run to runde_app;
