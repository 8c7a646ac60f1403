-- 電子証明書 certificates of the offices, and the revocation lists (CRL) in the order they were issued.

create table certificates (
  serial            text primary key,
  office            text not null references offices,
  kind              text not null,
  -- SHA-256 of the DER, hexadecimal: what the door knows a client by
  fingerprint       text not null unique,
  not_before        timestamptz not null,
  not_after         timestamptz not null,
  pem               text not null,
  revoked_at        timestamptz,
  revocation_reason text check (revocation_reason in ('keyCompromise', 'superseded', 'cessationOfOperation')),
  check ((revoked_at is null) = (revocation_reason is null))
);
create index certificates_by_office on certificates (office, not_before);
create index certificates_revoked on certificates (revoked_at, serial) where revoked_at is not null;

create table revocation_lists (
  number    bigint primary key,
  issued_at timestamptz not null,
  -- how many certificates were revoked when it was issued
  revoked   bigint not null,
  der       bytea not null
);
