-- 電子証明書の更新: which certificate renewed which, with what the office signed for it; and the warnings before an end.

create table certificate_renewals (
  serial  text primary key references certificates,
  renewed text not null references certificates,
  -- the new key's request under the signature of the old key (CMS SignedData, DER)
  signed  bytea not null
);

create table certificate_warnings (
  serial text not null references certificates,
  days   integer not null,
  at     timestamptz not null,
  primary key (serial, days)
);

-- For the daily look at what ends soon.
create index certificates_by_end on certificates (not_after) where revoked_at is null;
