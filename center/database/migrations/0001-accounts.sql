-- 事業所 offices, 事業所ユーザ office accounts, 個人ユーザ persons, and their logins.

create table offices (
  number           text primary key check (number ~ '^[0-9A-Z]{10}$'),
  prefecture       text not null check (prefecture ~ '^[0-9]{2}$'),
  name             text not null,
  -- the name as it is searched: NFKC, lower case, without blanks
  search_name      text not null,
  service_types    text[] not null,
  certificate_kind text not null check (certificate_kind in ('KaigoJigyousho', 'CarePlanJigyousho')),
  added_at         timestamptz not null
);
create index offices_by_number on offices (number text_pattern_ops);

create table office_accounts (
  office              text primary key references offices,
  office_id           text not null unique,
  password_hash       text not null,
  -- null once the office has chosen a password of its own
  provisional_until   timestamptz,
  issue_password_hash text not null
);

create table persons (
  person_id         text primary key check (person_id ~ '^c[0-9]{9}$'),
  office            text not null references offices,
  family_name       text not null,
  given_name        text not null,
  role              text not null check (role in ('administrator', 'member')),
  active            boolean not null default true,
  password_hash     text not null,
  provisional_until timestamptz,
  last_login_at     timestamptz,
  added_at          timestamptz not null
);
create index persons_by_office on persons (office, person_id);

-- One row for each name somebody tried to log in with, known or not: both have to look the same from outside.
create table login_failures (
  -- SHA-256 of what the password was for, and of the name as typed
  account      bytea primary key,
  failures     integer not null,
  locked_until timestamptz,
  last_at      timestamptz not null
);

-- Tokens are stored as their SHA-256.
create table office_sessions (
  token      bytea primary key,
  office     text not null references offices,
  expires_at timestamptz not null
);
create index office_sessions_by_office on office_sessions (office);

create table person_tickets (
  token      bytea primary key,
  person_id  text not null references persons,
  expires_at timestamptz not null
);
create index person_tickets_by_person on person_tickets (person_id);

create table desk_sessions (
  id                 bigint generated always as identity primary key,
  office             text not null references offices,
  person_id          text not null references persons,
  access_token       bytea not null unique,
  access_expires_at  timestamptz not null,
  refresh_token      bytea not null unique,
  refresh_expires_at timestamptz not null
);
create index desk_sessions_by_person on desk_sessions (person_id);
create index desk_sessions_by_office on desk_sessions (office);

-- A refresh token that comes a second time was copied: its session ends.
create table spent_refresh_tokens (
  token      bytea primary key,
  session_id bigint not null references desk_sessions on delete cascade
);
create index spent_refresh_tokens_by_session on spent_refresh_tokens (session_id);
