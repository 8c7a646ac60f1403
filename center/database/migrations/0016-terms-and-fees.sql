-- 利用規約: editions that the operator published; the first one comes with the software. None is changed afterwards.
create table terms (
  edition        text primary key,
  in_force_since date not null unique,
  sections       jsonb not null,
  published_at   timestamptz not null
);

-- who accepted which edition, and when: with an application, or by itself before a renewal
create table terms_acceptances (
  office             text not null references offices,
  edition            text not null,
  accepted_at        timestamptz not null,
  application_number text references applications,
  primary key (office, edition)
);
insert into terms_acceptances (office, edition, accepted_at, application_number)
  select distinct on (l.office, l.terms_edition) l.office, l.terms_edition, l.applied_at, a.application_number
  from licences l left join applications a using (application_number)
  order by l.office, l.terms_edition, l.applied_at;

-- キャンペーン: the fee of licences that are applied for, or renewed, on these days, both included
create table campaigns (
  id        bigint generated always as identity primary key,
  first_day date not null,
  last_day  date not null,
  fee_yen   integer not null check (fee_yen >= 0),
  check (last_day >= first_day)
);

-- what the contact person is told by e-mail of a year of the licence
create table licence_mails (
  id         bigint generated always as identity primary key,
  office     text not null,
  valid_from date not null,
  -- applied, renewed; terms-due: a new edition has to be accepted before the renewal; lapsed: it was not
  kind       text not null check (kind in ('applied', 'renewed', 'terms-due', 'lapsed')),
  -- when it was handed to the mail server, or given up
  done_at    timestamptz,
  unique (office, valid_from, kind),
  foreign key (office, valid_from) references licences on update cascade on delete cascade
);
create index licence_mails_due on licence_mails (id) where done_at is null;
