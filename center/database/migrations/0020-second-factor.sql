-- 2段階認証 of the office account at the portal: codes by mail or of an app, and who is told of changes.

-- セキュリティ用メールアドレス, confirmed
create table security_addresses (
  office text primary key references offices,
  email  text not null,
  since  timestamptz not null
);

-- Codes by mail, each bound to its purpose; one of an office and purpose is good at a time.
create table mailed_codes (
  office     text not null references offices,
  purpose    text not null check (purpose in ('login', 'address')),
  email      text not null,
  asked_at   timestamptz not null,
  mailed_at  timestamptz,
  -- HMAC-SHA-256 of the code, made as it is mailed
  code       bytea,
  expires_at timestamptz,
  primary key (office, purpose)
);

-- An authenticator app (RFC 6238): its key encrypted (AES-256-GCM), and the last step whose code was used.
create table authenticators (
  office    text primary key references offices,
  secret    bytea not null,
  last_step bigint not null,
  since     timestamptz not null
);
create table offered_authenticators (
  office     text primary key references offices,
  secret     bytea not null,
  offered_at timestamptz not null
);

-- HMAC-SHA-256 of recovery codes that were not used yet.
create table recovery_codes (
  office text not null references offices,
  code   bytea not null,
  primary key (office, code)
);

-- Browsers that are let in without a code; of each the SHA-256 of its token.
create table remembered_browsers (
  token      bytea primary key,
  office     text not null references offices,
  expires_at timestamptz not null
);
create index remembered_browsers_by_office on remembered_browsers (office);

-- What was changed of an account, to be told by mail to an address that was known then.
create table account_mails (
  id        bigint generated always as identity primary key,
  office    text not null references offices,
  kind      text not null,
  email     text not null,
  at        timestamptz not null,
  mailed_at timestamptz
);
create index account_mails_due on account_mails (id) where mailed_at is null;

-- A login for enrolment asks for no code and opens nothing else.
alter table office_sessions add column enrolment boolean not null default false;
-- When the office chose its password; null where that was before this was noted.
alter table office_accounts add column password_set_at timestamptz;
