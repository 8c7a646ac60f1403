-- Messages, their sealed bytes, and the events told by push.

create sequence message_numbers;

create table messages (
  id               uuid primary key,
  -- order of acceptance; see lock_mailboxes
  number           bigint not null unique,
  from_office      text not null,
  to_office        text not null,
  size             integer not null check (size > 0),
  sha256           text not null,
  -- the stations, each once
  accepted_at      timestamptz not null,
  offered_at       timestamptz,
  downloaded_at    timestamptz,
  opened_at        timestamptz,
  refused_at       timestamptz,
  cancelled_at     timestamptz,
  refusal          text,
  accepted_receipt bytea not null,
  opened_receipt   bytea,
  check ((opened_at is null) = (opened_receipt is null)),
  check ((refused_at is null) = (refusal is null)),
  -- cancelling and receiving exclude each other
  check (cancelled_at is null or (downloaded_at is null and opened_at is null and refused_at is null))
);
create index messages_received on messages (to_office, number);
create index messages_sent on messages (from_office, number);
create index messages_waiting on messages (to_office, number)
  where opened_at is null and refused_at is null and cancelled_at is null;

-- The sealed bytes, 256 KiB to a row, in a table a month: old ones end by dropping a table. A row whose month has no
-- table yet is kept in message_chunks_other, and moved when the table is made (center/database/partitions.ts).
create table message_chunks (
  accepted_at timestamptz not null,
  message_id  uuid not null,
  number      integer not null,
  to_office   text not null,
  bytes       bytea not null,
  primary key (accepted_at, message_id, number)
) partition by range (accepted_at);
-- sealed bytes do not compress
alter table message_chunks alter column bytes set storage external;
create table message_chunks_other partition of message_chunks default;
alter table message_chunks_other alter column bytes set storage external;

create sequence event_numbers;

create table events (
  office     text not null,
  number     bigint not null,
  message_id uuid not null,
  box        text not null check (box in ('received', 'sent')),
  station    text not null,
  at         timestamptz not null,
  primary key (office, number)
);
create index events_by_time on events (at);

-- Takes the boxes of these offices until the end of the transaction, always in the same order.
-- Whoever gives a message or an event of an office its number holds the office's box until it has committed. So of
-- one office the numbers become visible in their order, and a reader that goes on after the last number it has seen
-- never misses one that was given earlier and committed later.
create function lock_mailboxes(variadic offices text[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7470, ordered.key)
  from (select distinct hashtext(office) as key from unnest(offices) as office order by key) as ordered;
end
$$;
