-- Who has access is kept by the administrator: a user has a version, so that two who change her at once are told, and the
-- last change is seen where she is listed. Every change is in the audit chain besides.
alter table staff_user
  add column version    integer not null default 1,
  add column changed_by text,
  add column changed_on date,
  add column changed_at timestamptz;

-- What the staff have done, of one of them and in a period (server/auth/access-log.ts). Most of the chain is the system's own.
create index audit_entry_by_staff on audit_entry (actor, seq) where role not in ('system', 'participant');
create index audit_entry_staff_day on audit_entry (today) where role not in ('system', 'participant');
