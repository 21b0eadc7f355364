-- Plans that are written in the browser, and the documents of a study's approvals, which the portal's library held until now.

create table study_draft (
  study_id   text primary key check (study_id ~ '^[a-z0-9-]{1,40}$'),
  draft      jsonb not null,
  edit       int not null default 1,
  from_edit  int,
  begun_by   text not null,
  written_on date not null,
  written_by text not null
);
comment on table study_draft is 'local: a plan or amendment being written, one a study (core/studies/plan-draft.ts), also of a study that is not there yet; edit is the lock. from_edit: the edit of the unsigned version that it began from. Put forward, it becomes a study_version and is taken away';

-- How many times an unsigned version has been written: one signs what one has seen.
alter table study_version add column edit int not null default 1;

create table study_document (
  document_id uuid primary key default gen_random_uuid(),
  study_id    text not null references study,
  centre_id   text references centre,
  file_name   text not null check (length(file_name) between 1 and 200),
  media_type  text not null,
  bytes       bytea not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_on    date not null,
  added_by    text not null
);
comment on table study_document is 'local: append-only; the document of an approval or agreement (no centre: of the whole study; else of that hospital), with its checksum';

insert into study_document (document_id, study_id, centre_id, file_name, media_type, bytes, sha256, added_on, added_by)
  select distinct on (d.document_id) d.document_id, a.study_id, a.centre_id, left(d.file_name, 200), d.media_type, d.bytes, d.sha256,
    d.added_on, d.added_by
  from study_approval a join document d using (document_id);
alter table study_approval drop constraint study_approval_document_id_fkey;
alter table study_approval add foreign key (document_id) references study_document;

grant select, insert, update, delete on study_draft to runde_app;
grant select, insert on study_document to runde_app;
grant update (document_id) on study_approval to runde_app;

alter table study_document enable row level security;
create policy study_document_access on study_document for all to runde_app
  using (centre_id is null or actor_sees_centre(centre_id));
