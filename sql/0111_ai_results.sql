-- Machines' results: products and what they give, calibrations, runs, results with marks, what was refused, what came too
-- late, and who was shown what. Results are sealed by the protocol (core/protocols/visible.ts), not by this schema.

-- A product's version: its scale, which way it points and what it gives.
create table ai_product (
  product   text not null check (product ~ '^[A-Za-z0-9_.:-]{1,40}$'),
  version   text not null check (version ~ '^[A-Za-z0-9_.:-]{1,40}$'),
  name      text not null check (length(name) between 1 and 80),
  vendor    text not null default '',
  scale_min double precision not null,
  scale_max double precision not null,
  higher_is text not null default 'suspicious' check (higher_is in ('suspicious', 'normal')),
  gives     text[] not null check (gives <@ array['examination', 'breast', 'view', 'marks', 'normal-tag', 'density', 'quality', 'risk']),
  registered_on date not null,
  registered_by text not null,
  primary key (product, version),
  check (scale_min < scale_max)
);
comment on table ai_product is 'reference: AI products by version: scale, direction (higher_is) and what each gives. Never changed: another scale is another version';

-- What an installation has from before products were registered keeps the scale that deliveries were held to then.
insert into ai_product (product, version, name, scale_min, scale_max, gives, registered_on, registered_by)
select product, version, product, 0, 100,
  array['examination', 'breast', 'view', 'marks', 'normal-tag', 'density', 'quality', 'risk'], min(analysed_on), 'system'
from ai_result group by product, version;

-- The key that a product signs its pushes with. Requests may write one and read none: only the system's own hand does.
create table ai_key (
  product text not null,
  key_id  uuid not null,
  secret  text not null check (length(secret) >= 32),
  set_at  timestamptz not null default clock_timestamp(),
  set_by  text not null,
  primary key (product, key_id)
);
comment on table ai_key is 'local: append-only; the shared keys of products, the latest of each counts. HMAC needs the secret itself, so it is not hashed: no request role may read it';

-- A named calibration population: the scores at equal steps of its distribution, from the lowest to the highest.
create table ai_calibration (
  calibration_id uuid primary key,
  product     text not null,
  version     text not null,
  name        text not null check (length(name) between 1 and 80),
  description text not null default '',
  source      text not null check (source in ('results', 'loaded')),
  examinations integer not null check (examinations > 0),
  points      double precision[] not null check (cardinality(points) between 2 and 2001),
  made_on     date not null,
  made_by     text not null,
  foreign key (product, version) references ai_product,
  unique (product, version, name)
);
comment on table ai_calibration is 'reference: append-only; named calibration populations of a product''s version. points: the score at 0, 1/(n-1), ... 1 of the distribution';

create table ai_calibration_use (
  product  text not null,
  version  text not null,
  from_day date not null,
  calibration_id uuid not null references ai_calibration,
  set_by   text not null,
  primary key (product, version, from_day)
);
comment on table ai_calibration_use is 'reference: which calibration percentiles are computed by, from which day on';

-- 100 times the share of a calibration population that is less suspicious, half of those alike counted: core/ai/percentile.ts in SQL.
create function ai_percentile(score double precision, points double precision[], higher_is text) returns double precision
  language sql immutable strict parallel safe
  return (
    select case when higher_is = 'normal' then 100 - p else p end from (
      select case
        when b = 0 then 0
        when b = n and score > points[n] then 100
        when score = points[b] then 50.0 * (b - 1 + array_position(points, points[b]) - 1) / (n - 1)
        else 100.0 * (b - 1 + (score - points[b]) / (points[b + 1] - points[b])) / (n - 1)
      end as p
      from (select width_bucket(score, points) as b, cardinality(points) as n) at
    ) rank
  );

alter table ai_result add column run_id text;
alter table ai_result add column received_at timestamptz;
alter table ai_result add column pct double precision check (pct between 0 and 100);
alter table ai_result add column calibration_id uuid;
alter table ai_result add column views jsonb;
alter table ai_result add column extras jsonb;
alter table ai_result add column marks jsonb;
comment on table ai_result is 'person: append-only; what AI products answered, on their own scale per view, breast and examination. pct = percentile in the calibration in use then; extras = normalTag, density, quality, risk; marks in normalised image coordinates. A run that failed has a row in ai_run only';

create table ai_run (
  person_id      uuid not null,
  examination_id uuid not null,
  product        text not null,
  run_id         text not null,
  version        text not null,
  arrived        text not null check (arrived in ('push', 'delivery', 'direct')),
  day            date not null,
  received_at    timestamptz not null,
  model_hash     text,
  threshold_set  text,
  inputs         jsonb not null default '[]',
  started_at     timestamptz,
  finished_at    timestamptz,
  failure        text check (length(failure) between 1 and 200),
  primary key (person_id, examination_id, product, run_id),
  foreign key (person_id, examination_id) references examination on update cascade
);
comment on table ai_run is 'person: append-only; each time a product tried an examination: model, thresholds, images it was given, times, and why it failed when it did';
create index ai_run_day on ai_run (day);

-- Idempotence: a run is taken once, wherever it says it belongs.
create table ai_push (
  product      text not null,
  run_id       text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  received_at  timestamptz not null default clock_timestamp(),
  primary key (product, run_id)
);
comment on table ai_push is 'local: append-only; runs taken by push with the SHA-256 of what was sent: the same again is the same, something else is refused';

create table ai_refusal (
  refusal_id   uuid primary key,
  day          date not null,
  received_at  timestamptz not null default clock_timestamp(),
  product      text,
  version      text,
  run_id       text,
  code         text not null,
  what         text not null,
  details      jsonb not null default '{}',
  body         text
);
comment on table ai_refusal is 'local: append-only; pushes that were refused, and why. body = what was sent, which may hold a sealed score: no request role may read it';
create index ai_refusal_received on ai_refusal (received_at);

create table ai_late (
  person_id   uuid not null,
  case_id     uuid not null,
  step        text not null,
  product     text not null,
  day         date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (person_id, case_id, step),
  foreign key (person_id, case_id) references reading_case on update cascade
);
comment on table ai_late is 'person: append-only; results that had not come in time: the case went the protocol''s way out. One that comes after is kept and not used';
create index ai_late_day on ai_late (day);

create table ai_reveal (
  person_id   uuid not null,
  reveal_id   uuid not null,
  case_id     uuid not null,
  step        text,
  ai          text not null,
  product     text not null,
  items       text[] not null check (cardinality(items) > 0),
  user_id     text not null,
  role        text not null,
  day         date not null,
  shown_at    timestamptz not null default clock_timestamp(),
  primary key (person_id, reveal_id),
  foreign key (person_id, case_id) references reading_case on update cascade
);
comment on table ai_reveal is 'person: append-only; each time a person was shown something a machine had said: who, when, which items, at which step (null = the case was closed)';
create index ai_reveal_day on ai_reveal (day);

-- A consensus has as many members as its protocol asks (one may look alone for what the machine points at).
alter table consensus drop constraint consensus_members_check;
alter table consensus add constraint consensus_members_check check (cardinality(members) between 1 and 5);

grant select on ai_product, ai_calibration, ai_calibration_use, ai_run, ai_push, ai_late, ai_reveal to runde_app;
grant select (refusal_id, day, received_at, product, version, run_id, code, what, details) on ai_refusal to runde_app;
grant insert on ai_product, ai_key, ai_calibration, ai_calibration_use, ai_reveal to runde_app;

alter table ai_run enable row level security;
alter table ai_late enable row level security;
alter table ai_reveal enable row level security;
alter table ai_refusal enable row level security;
create policy ai_run_access on ai_run for all to runde_app
  using (exists (select from examination x where x.person_id = ai_run.person_id and x.examination_id = ai_run.examination_id));
create policy ai_late_access on ai_late for all to runde_app
  using (exists (select from reading_case c where c.person_id = ai_late.person_id and c.case_id = ai_late.case_id));
create policy ai_reveal_access on ai_reveal for all to runde_app
  using (exists (select from reading_case c where c.person_id = ai_reveal.person_id and c.case_id = ai_reveal.case_id));
create policy ai_refusal_access on ai_refusal for select to runde_app using (actor_sees_centre('*'));
