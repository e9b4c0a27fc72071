-- What the log said of a person who asked to be forgotten is taken out of it; that it was is written into the log. The chain goes on
-- over the entry as it was: its hash stays, its text says that it was changed, and the entry that says so vouches for the new text.
alter table audit_entry add column redacted boolean not null default false;

create function redact_audit(cluster uuid, entry bigint, text text) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update audit_entry set body = text, redacted = true where cluster_id = cluster and seq = entry
$$;
revoke execute on function redact_audit(uuid, bigint, text) from public;
grant execute on function redact_audit(uuid, bigint, text) to kontor_system;
