-- Large messages come in chunks, in any order. Their sealed bytes go where they stay, into message_chunks, so that
-- accepting the message moves none of them.

create table uploads (
  id          uuid primary key,
  from_office text not null,
  to_office   text not null,
  size        bigint not null check (size > 0),
  sha256      text not null,
  -- bytes of each chunk but the last
  chunk_bytes integer not null check (chunk_bytes > 0),
  -- the month of the table that holds the bytes
  begun_at    timestamptz not null,
  last_at     timestamptz not null
);
create index uploads_by_office on uploads (from_office);
create index uploads_by_time on uploads (last_at);

create table upload_chunks (
  upload_id uuid not null references uploads on delete cascade,
  number    integer not null,
  to_office text not null,
  sha256    text not null,
  primary key (upload_id, number)
);

-- When the bytes of a message were stored: of one that came in chunks, when its upload was begun.
alter table messages add column stored_at timestamptz;
update messages set stored_at = accepted_at;
alter table messages alter column stored_at set not null;
alter table messages alter column size type bigint;
-- of message_chunks: the month of its table, no more
alter table message_chunks rename column accepted_at to stored_at;
