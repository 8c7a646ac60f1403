-- 電子証明書の公開記録: every certificate issued to an office, in a tree that can only grow (RFC 9162).

create table log_entries (
  number      bigint primary key,
  fingerprint text not null unique references certificates (fingerprint),
  entry       text not null
);

-- The full trees over 2^level entries, by their place from the left.
create table log_nodes (
  level smallint not null,
  place bigint not null,
  hash  text not null,
  primary key (level, place)
);

-- The newest head that was signed for each size.
create table log_heads (
  size      bigint primary key,
  root_hash text not null,
  at        timestamptz not null,
  signed    bytea not null
);

create function log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log of certificates is append-only';
end
$$;
create trigger log_entries_append_only before update or delete on log_entries
  for each row execute function log_is_append_only();
create trigger log_entries_no_truncate before truncate on log_entries
  for each statement execute function log_is_append_only();
create trigger log_nodes_append_only before update or delete on log_nodes
  for each row execute function log_is_append_only();
create trigger log_nodes_no_truncate before truncate on log_nodes
  for each statement execute function log_is_append_only();
