-- 電子証明書の申請で、運営者の承認を待つもの. One of an office is open at a time.

create table certificate_requests (
  number      bigint generated always as identity primary key,
  -- SHA-256 of the public key (SubjectPublicKeyInfo), hexadecimal: the client asks by it
  key         text not null unique,
  office      text not null references offices,
  -- PKCS#10 PEM
  request     text not null,
  asked_at    timestamptz not null,
  approved_at timestamptz,
  refused_at  timestamptz,
  -- why it was refused, for the person at the desk
  reason      text,
  -- the certificate that was issued for it
  serial      text references certificates,
  check ((refused_at is null) = (reason is null)),
  check (refused_at is null or (approved_at is null and serial is null))
);
create unique index certificate_requests_open on certificate_requests (office)
  where refused_at is null and serial is null;
