-- Studies inside the programme: what is planned and signed, approvals and team, consent, who was assessed, and the draws.
-- Concealment (docs/adr/0013): the key leaves the database only when it is revealed, and the request role cannot read an arm here.

create table study (
  study_id   text primary key check (study_id ~ '^[a-z0-9-]{1,40}$'),
  state      text not null check (state in ('draft', 'set-up', 'approved', 'open', 'paused', 'closed')),
  version    text not null,
  created_on date not null,
  created_by text not null
);
comment on table study is 'reference: studies. state and version (the one that new women are allocated by) follow from study_event; held equal by test';

create table study_version (
  study_id  text not null references study,
  version   text not null,
  plan      jsonb not null,
  written_on date not null,
  written_by text not null,
  signed_on date,
  signed_by text,
  signature text check (signature ~ '^[0-9a-f]{64}$'),
  primary key (study_id, version),
  check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (signature is null))
);
comment on table study_version is 'reference: each version of a study''s plan (core/studies/study.ts). Signed = never changed; signature = SHA-256 of its canonical JSON';

create table study_event (
  study_id text not null references study,
  seq      int not null check (seq > 0),
  event    jsonb not null,
  day      date not null,
  at       timestamptz not null default now(),
  by_user  text not null,
  primary key (study_id, seq)
);
comment on table study_event is 'local: append-only log of a study (core/studies/steps.ts); its key is the lock: of two who write after the same event one is refused';

create table study_site (
  study_id  text not null references study,
  centre_id text not null references centre,
  state     text not null check (state in ('open', 'paused', 'closed')),
  since     date not null,
  primary key (study_id, centre_id)
);
comment on table study_site is 'reference: the centres that take part and whether they recruit now; follows from study_event. No row = not opened';

create table study_approval (
  approval_id  uuid primary key default gen_random_uuid(),
  study_id     text not null references study,
  kind         text not null check (kind in ('ethics', 'privacy', 'data-processor', 'centre-privacy-officer')),
  centre_id    text references centre,
  reference    text not null check (length(reference) between 1 and 120),
  decided_on   date not null,
  valid_from   date not null,
  valid_until  date check (valid_until >= valid_from),
  document_id  uuid references document,
  recorded_on  date not null,
  recorded_by  text not null,
  withdrawn_on date,
  check ((kind = 'centre-privacy-officer') = (centre_id is not null))
);
comment on table study_approval is 'local: approvals and agreements of a study; a new one is a new row. They gate the opening of a site';
create index study_approval_study on study_approval (study_id, kind);

create table study_member (
  study_id   text not null references study,
  user_id    text not null references staff_user,
  role       text not null check (role in ('principal-investigator', 'site-investigator', 'unblinded-statistician', 'monitor')),
  from_day   date not null,
  until_day  date check (until_day >= from_day),
  named_by   text not null,
  primary key (study_id, user_id, role, from_day)
);
comment on table study_member is 'local: who has which role in a study, from when until when';

create table study_consent (
  person_id    uuid not null,
  consent_id   uuid not null,
  study_id     text not null references study,
  answer       text not null check (answer in ('agrees', 'declines', 'withdraws')),
  how          text not null check (how in ('electronic', 'paper', 'verbal')),
  scope        text check (scope in ('no-further-data', 'remove-from-analysis')),
  form_version text,
  language     text check (language in ('nb', 'nn', 'en', 'se')),
  day          date not null,
  recorded_by  text not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (person_id, consent_id),
  foreign key (person_id) references person on update cascade,
  check ((answer = 'withdraws') = (scope is not null)),
  -- Verbally one can only say no: a yes is signed, by her on her pages or on paper.
  check (answer <> 'agrees' or (how <> 'verbal' and form_version is not null and language is not null))
);
comment on table study_consent is 'person: append-only; her answers to a study, the latest counts. declines in a study with opt-out = she has opted out';
create index study_consent_study on study_consent (study_id, day);

create table study_assessment (
  person_id      uuid not null,
  study_id       text not null references study,
  examination_id uuid not null,
  version        text not null,
  centre_id      text not null references centre,
  day            date not null,
  eligible       boolean not null,
  rule_version   text not null,
  inputs         jsonb not null,
  reasons        text[] not null default '{}',
  consent_id     uuid,
  primary key (person_id, study_id, examination_id),
  foreign key (person_id, examination_id) references examination on update cascade,
  check (eligible = (cardinality(reasons) = 0))
);
comment on table study_assessment is 'person: append-only; each examination at an open site: what eligibility was decided from, by which rule, and why not (criterion ids; no-consent, declined, withdrawn)';
create index study_assessment_study on study_assessment (study_id, day);

create table allocation (
  person_id      uuid not null,
  allocation_id  uuid not null,
  study_id       text not null references study,
  examination_id uuid not null,
  version        text not null,
  centre_id      text not null references centre,
  unit_id        text not null references unit,
  day            date not null,
  subject        text not null,
  stratum        text not null,
  position       int not null,
  arm            text not null,
  first          boolean not null,
  recorded_at    timestamptz not null default now(),
  primary key (person_id, allocation_id),
  unique (person_id, study_id, examination_id),
  foreign key (person_id, examination_id) references examination on update cascade
);
comment on table allocation is 'person: append-only; an examination in a study, its draw and arm. first: drawn for it; else the arm was drawn before (the woman''s earlier round, her day, her site). The request role cannot read the arm';
create index allocation_study on allocation (study_id, day);
create index allocation_draw on allocation (study_id, stratum, position);

-- Where the drawing stands in each stratum: the row is the lock, so no position is lost, skipped or given twice.
create table study_stratum (
  study_id text not null references study,
  stratum  text not null,
  taken    int not null default 0,
  standing jsonb not null default '{"block": 0}',
  primary key (study_id, stratum)
);
comment on table study_stratum is 'local: how many positions of a stratum are drawn, and what the next draw continues from (core/studies/draw.ts); derivable from study_draw';

create table study_draw (
  study_id text not null references study,
  stratum  text not null,
  position int not null check (position >= 0),
  subject  text not null,
  version  text not null,
  levels   jsonb not null,
  arm      text not null,
  day      date not null,
  at       timestamptz not null default now(),
  primary key (study_id, stratum, position),
  unique (study_id, subject)
);
comment on table study_draw is 'local: append-only; every draw in its order: the allocation list as it comes to be. subject = day, site, or a chance id that stands with the woman''s allocation; levels = her level of each factor';

-- Granted to nobody for reading: used by draw_position alone, and read by the programme's own hand when it is revealed.
create function hmac_pad(key bytea, pad int) returns bytea
  language sql immutable parallel safe
  return (select string_agg(set_byte('\x00'::bytea, 0, (case when i < length(key) then get_byte(key, i) else 0 end) # pad), ''::bytea order by i)
    from generate_series(0, 63) i);

create table study_key (
  study_id    text primary key references study,
  key         bytea not null check (length(key) = 32),
  inner_pad   bytea not null generated always as (hmac_pad(key, 54)) stored,
  outer_pad   bytea not null generated always as (hmac_pad(key, 92)) stored,
  made_on     date not null
);
comment on table study_key is 'local: the key that a study''s draws follow from, apart from all else; the pads are those of HMAC (RFC 2104)';

create table study_unblinding (
  person_id     uuid not null,
  unblinding_id uuid not null,
  study_id      text not null references study,
  reason        text not null check (length(reason) between 5 and 1000),
  kind          text not null check (kind in ('emergency', 'planned')),
  told          text not null,
  day           date not null,
  at            timestamptz not null default now(),
  by_user       text not null,
  primary key (person_id, unblinding_id),
  foreign key (person_id) references person on update cascade
);
comment on table study_unblinding is 'person: append-only; whose arm was opened, for whom, by whom and why';
create index study_unblinding_study on study_unblinding (study_id, day);

-- The only door to the key: takes the next position of a stratum, or finds the draw that the subject has already, and gives
-- the digests of the block in hand (core/studies/draw.ts). Whoever asks has taken a position, which the draw then records.
create function draw_position(p_study text, p_stratum text, p_subject text)
  returns table (place int, drawn_stratum text, drawn_arm text, standing jsonb, digests jsonb)
  language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  now_at study_stratum;
  pads study_key;
begin
  insert into study_stratum (study_id, stratum) values (p_study, p_stratum) on conflict do nothing;
  select * into strict now_at from study_stratum s where s.study_id = p_study and s.stratum = p_stratum for update;
  return query select d.position, d.stratum, d.arm, null::jsonb, null::jsonb from study_draw d
    where d.study_id = p_study and d.subject = p_subject;
  if found then return; end if;
  update study_stratum s set taken = s.taken + 1 where s.study_id = p_study and s.stratum = p_stratum;
  select * into strict pads from study_key k where k.study_id = p_study;
  return query select now_at.taken + 1, p_stratum, null::text, now_at.standing, (
    select jsonb_agg(encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(
        concat_ws(e'\n', p_study, p_stratum, now_at.standing ->> 'block', part), 'UTF8'))), 'hex') order by part)
    from generate_series(0, 7) part);
end $$;
revoke execute on function draw_position(text, text, text) from public;
grant execute on function draw_position(text, text, text) to runde_app;

grant select on study, study_version, study_event, study_site, study_approval, study_member, study_consent, study_assessment,
  study_unblinding to runde_app;
grant insert on study, study_version, study_event, study_site, study_approval, study_member, study_consent, study_assessment,
  study_unblinding, allocation, study_draw, study_key to runde_app;
grant update (state, version) on study to runde_app;
grant update (state, since) on study_site to runde_app;
grant update (withdrawn_on) on study_approval to runde_app;
grant update (until_day) on study_member to runde_app;
-- An unsigned version is a draft that is still written in; a policy holds the signed ones.
grant update on study_version to runde_app;
grant select (person_id, allocation_id, study_id, examination_id, version, centre_id, unit_id, day, subject, stratum, position,
  first, recorded_at) on allocation to runde_app;
grant select (study_id, stratum, position, subject, version, levels, day, at) on study_draw to runde_app;
grant select (study_id, stratum, taken) on study_stratum to runde_app;
grant update (standing) on study_stratum to runde_app;
grant select (study_id, made_on) on study_key to runde_app;

alter table study_version enable row level security;
alter table study_consent enable row level security;
alter table study_assessment enable row level security;
alter table allocation enable row level security;
alter table study_unblinding enable row level security;

create policy study_version_read on study_version for select to runde_app using (true);
create policy study_version_write on study_version for insert to runde_app with check (true);
create policy study_version_unsigned on study_version for update to runde_app using (signed_on is null) with check (true);
create policy study_consent_access on study_consent for all to runde_app
  using (exists (select from person p where p.person_id = study_consent.person_id));
create policy study_assessment_access on study_assessment for all to runde_app
  using (actor_sees_centre(centre_id) or actor_is(person_id));
create policy allocation_access on allocation for all to runde_app
  using (exists (select from person p where p.person_id = allocation.person_id));
create policy study_unblinding_access on study_unblinding for all to runde_app
  using (exists (select from person p where p.person_id = study_unblinding.person_id));
