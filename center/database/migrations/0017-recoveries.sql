-- An office that lost its ID or password, or is given its account by e-mail: by a link that serves once, or by letter.

create table recoveries (
  id         bigint generated always as identity primary key,
  office     text not null references offices,
  -- issued: the first way into a new account
  kind       text not null check (kind in ('lost', 'issued')),
  asked_at   timestamptz not null,
  -- SHA-256 of what stands in the link, once it was mailed
  token      bytea unique,
  mailed_at  timestamptz,
  expires_at timestamptz,
  -- when the link was used, or a letter was written
  done_at    timestamptz
);
create index recoveries_by_office on recoveries (office, asked_at);
create index recoveries_due on recoveries (id) where mailed_at is null and done_at is null;
