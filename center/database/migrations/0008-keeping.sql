-- Sealed bytes in a table a day, so that each day can end by itself: what lay in tables a month goes to the table that
-- takes all others, from where housekeeping moves it.

do $$
declare
  month record;
begin
  for month in
    select c.oid::regclass as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'message_chunks'::regclass and c.relname <> 'message_chunks_other'
  loop
    execute format('alter table message_chunks detach partition %s', month.name);
    execute format('insert into message_chunks_other select * from %s', month.name);
    execute format('drop table %s', month.name);
  end loop;
end
$$;

-- When the sealed bytes were dropped; what is known of the message stays.
alter table messages add column bytes_dropped_at timestamptz;
update messages set bytes_dropped_at = coalesce(cancelled_at, expired_at)
where cancelled_at is not null or expired_at is not null;

-- When a message came to its end: opened, refused, taken back, or expired.
alter table messages add column ended_at timestamptz
  generated always as (least(opened_at, refused_at, cancelled_at, expired_at)) stored;
create index messages_with_bytes on messages (stored_at) where bytes_dropped_at is null;
create index messages_by_time on messages (accepted_at);

-- How many days after their end the bytes of received messages are kept, where an office has set it.
alter table offices add column keep_days integer check (keep_days between 0 and 365);
