-- 法人 corporations: each sees how its offices stand, with an account of its own (法人ユーザ).

create table corporations (
  -- 法人番号, its check digit among it
  number      text primary key check (number ~ '^[1-9][0-9]{12}$'),
  name        text not null,
  postal_code text,
  address     text,
  added_at    timestamptz not null
);

-- An office belongs to one corporation, as the operator or the register says.
alter table offices add column corporation text references corporations;
create index offices_by_corporation on offices (corporation, number) where corporation is not null;

create table corporation_accounts (
  corporation       text primary key references corporations,
  password_hash     text not null,
  -- null once the corporation has chosen a password of its own
  provisional_until timestamptz
);

-- Tokens are stored as their SHA-256.
create table corporation_sessions (
  token       bytea primary key,
  corporation text not null references corporations,
  opened_at   timestamptz not null,
  expires_at  timestamptz not null
);
create index corporation_sessions_by_corporation on corporation_sessions (corporation);
