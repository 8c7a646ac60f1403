-- What is not received in time expires; and who moved a message to each station, from which certificate.

alter table messages add column expires_at timestamptz;
update messages set expires_at = accepted_at + interval '90 days';
alter table messages alter column expires_at set not null;
alter table messages add column expired_at timestamptz;
-- by station: {"person": "c…", "certificate": serial}
alter table messages add column moved_by jsonb not null default '{}';
-- expiring excludes whatever else ends a message
alter table messages add constraint messages_expired check (
  expired_at is null
  or (downloaded_at is null and opened_at is null and refused_at is null and cancelled_at is null)
);
create index messages_expiring on messages (expires_at)
  where downloaded_at is null and opened_at is null and refused_at is null and cancelled_at is null
    and expired_at is null;
drop index messages_waiting;
create index messages_waiting on messages (to_office, number)
  where opened_at is null and refused_at is null and cancelled_at is null and expired_at is null;
