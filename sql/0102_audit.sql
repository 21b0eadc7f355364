-- The audit entries of a transaction are chained by one call, which is sent together with the commit: the head of the chain
-- is locked while the database works, and never while it waits for the program. Requests have no other way to the log.

-- entries: [[before, after], ...], the canonical JSON of each entry cut where its number goes. What is stored is read from
-- the text that is hashed: the two cannot differ. The hash is sha256(prev_hash, line feed, canonical JSON with "seq").
create function append_audit(entries jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  head audit_head;
  previous text;
  parts jsonb;
  entry jsonb;
begin
  select * into strict head from audit_head for update;
  for parts in select value from jsonb_array_elements(entries) loop
    previous := head.hash;
    head.seq := head.seq + 1;
    head.hash := encode(sha256(convert_to(
      previous || e'\n' || (parts ->> 0) || '"seq":' || head.seq || ',' || (parts ->> 1), 'UTF8')), 'hex');
    entry := ((parts ->> 0) || (parts ->> 1))::jsonb;
    insert into audit_entry (seq, at, today, actor, role, action, person_id, detail, prev_hash, hash)
    values (head.seq, (entry ->> 'at')::timestamptz, (entry ->> 'today')::date, entry ->> 'actor', entry ->> 'role',
      entry ->> 'action', (entry ->> 'personId')::uuid, entry -> 'detail', previous, head.hash);
  end loop;
  update audit_head set seq = head.seq, hash = head.hash;
end $$;

revoke execute on function append_audit(jsonb) from public;
grant execute on function append_audit(jsonb) to runde_app;
revoke insert on audit_entry from runde_app;
revoke insert, update on audit_head from runde_app;
