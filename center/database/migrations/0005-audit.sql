-- 監査記録: append-only; each entry carries the hash of the one before.

create table audit (
  number   bigint primary key,
  at       timestamptz not null,
  act      text not null,
  office   text,
  subject  text,
  previous text not null unique,
  hash     text not null unique
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end
$$;
create trigger audit_append_only before update or delete on audit
  for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function audit_is_append_only();
