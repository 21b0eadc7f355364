-- A decision of consensus may be taken back for a while, as a read may be changed: until then nothing follows from it.
alter table consensus add column frozen_from timestamptz;
comment on column consensus.frozen_from is 'from when it can no longer be taken back; null: final (imported history)';
comment on table consensus is 'person: append-only; what two or three readers decided together. Taken back before it is final, it is in the audit log alone';
