-- The reading room: what each user prefers, what became of a request for earlier images, the meetings of consensus; and
-- the review of interval cancers with what the woman wishes to know.

create table staff_preference (
  user_id text not null,
  name    text not null check (name in ('shortcuts', 'sound')),
  value   boolean not null,
  primary key (user_id, name)
);
comment on table staff_preference is 'local: what a user has chosen for herself; no row = the default';

alter table reading_hold add column answer text check (answer in ('received', 'not-available', 'limit'));
comment on column reading_hold.answer is 'what became of a request for earlier images; limit = they did not come within the days allowed';

-- A meeting of consensus: who leads it, and who is present from when until when.
create table consensus_meeting (
  meeting_id  uuid primary key,
  centre_id   text not null references centre,
  day         date not null,
  presided_by text not null,
  opened_at   timestamptz not null default now(),
  closed_at   timestamptz
);
comment on table consensus_meeting is 'local: meetings of consensus at a centre, and who presided';
create index consensus_meeting_centre on consensus_meeting (centre_id, day);

create table consensus_presence (
  meeting_id uuid not null references consensus_meeting,
  user_id    text not null,
  from_at    timestamptz not null default clock_timestamp(),
  until_at   timestamptz,
  primary key (meeting_id, user_id, from_at)
);
comment on table consensus_presence is 'local: who was present at a meeting, from when until when';
-- Nobody sits in two meetings at once, whatever two windows ask for at the same moment.
create unique index consensus_presence_once on consensus_presence (user_id) where until_at is null;

alter table consensus add column meeting_id uuid;
alter table consensus add column reasons jsonb not null default '[]';
comment on column consensus.reasons is 'per breast: the reason for recall or dismissal, and a note';
create index consensus_meeting_cases on consensus (meeting_id) where meeting_id is not null;

-- Review of interval cancers. A set is read by two; it mixes the cancers' earlier images with normal controls.
create table review_set (
  set_id     uuid primary key,
  centre_id  text not null references centre,
  opened_on  date not null,
  opened_by  text not null,
  reviewers  text[] not null check (cardinality(reviewers) = 2 and reviewers[1] <> reviewers[2]),
  seed       integer not null
);
comment on table review_set is 'local: sets of earlier images for review, with the two who review and the seed the controls are drawn by';
create index review_set_centre on review_set (centre_id, opened_on);

create table review_item (
  person_id uuid not null,
  item_id   uuid not null,
  set_id    uuid not null,
  centre_id text not null references centre,
  place     integer not null check (place > 0),
  case_id   uuid not null,
  cancer_id uuid,
  primary key (person_id, item_id),
  unique (person_id, cancer_id),
  foreign key (person_id, case_id) references reading_case on update cascade,
  foreign key (person_id, cancer_id) references cancer on update cascade
);
comment on table review_item is 'person: earlier images in a set for review; cancer_id null = a normal control. Which it is, the blind round never shows';
create index review_item_set on review_item (set_id, place);
create index review_item_item on review_item (item_id);

create table review_opinion (
  person_id   uuid not null,
  item_id     uuid not null,
  round       text not null check (round in ('blind', 'informed', 'consensus')),
  reviewer    text not null,
  day         date not null,
  class       text not null check (class in ('true', 'minimal-signs', 'missed', 'occult', 'unclassifiable')),
  side        text check (side in ('left', 'right', 'both')),
  members     text[] not null default '{}',
  note        text,
  recorded_at timestamptz not null default now(),
  primary key (person_id, item_id, round, reviewer),
  foreign key (person_id, item_id) references review_item on update cascade,
  check (round <> 'blind' or class <> 'occult')
);
comment on table review_opinion is 'person: append-only; what a reviewer, or the consensus of several, found in earlier images';
create unique index review_opinion_decided on review_opinion (person_id, item_id) where round = 'consensus';
create index review_opinion_reviewer on review_opinion (reviewer, day);

-- Her wish to know is asked, held and answered by people. Nothing here makes a message.
create table disclosure (
  person_id     uuid not null,
  disclosure_id uuid not null,
  cancer_id     uuid not null,
  kind          text not null check (kind in ('asked', 'wish', 'conversation')),
  day           date not null,
  wish          text check (wish in ('wants', 'later', 'does-not-want')),
  held_by       text,
  offered       text[] not null default '{}',
  note          text,
  recorded_by   text not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  primary key (person_id, disclosure_id),
  foreign key (person_id, cancer_id) references cancer on update cascade,
  check ((kind = 'wish') = (wish is not null)),
  check ((kind = 'conversation') = (held_by is not null))
);
comment on table disclosure is 'person: append-only; whether a woman with interval cancer was asked, what she wishes to know, and the conversation held';
create index disclosure_cancer on disclosure (person_id, cancer_id);

grant select on staff_preference, consensus_meeting, consensus_presence, review_set, review_item, review_opinion, disclosure
  to runde_app;
grant insert on staff_preference, consensus_meeting, consensus_presence, review_set, review_item, review_opinion, disclosure
  to runde_app;
grant update on staff_preference, consensus_meeting, consensus_presence to runde_app;

alter table consensus_meeting enable row level security;
alter table consensus_presence enable row level security;
alter table review_set enable row level security;
alter table review_item enable row level security;
alter table review_opinion enable row level security;
alter table disclosure enable row level security;

create policy consensus_meeting_access on consensus_meeting for all to runde_app using (actor_sees_centre(centre_id));
create policy consensus_presence_access on consensus_presence for all to runde_app
  using (exists (select from consensus_meeting m where m.meeting_id = consensus_presence.meeting_id));
create policy review_set_access on review_set for all to runde_app using (actor_sees_centre(centre_id));
create policy review_item_access on review_item for all to runde_app using (actor_sees_centre(centre_id));
create policy review_opinion_access on review_opinion for all to runde_app
  using (exists (select from review_item i where i.person_id = review_opinion.person_id and i.item_id = review_opinion.item_id));
create policy disclosure_access on disclosure for all to runde_app
  using (exists (select from cancer c where c.person_id = disclosure.person_id and c.cancer_id = disclosure.cancer_id));
