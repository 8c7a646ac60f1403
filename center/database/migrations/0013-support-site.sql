-- The support site: downloads 製品ダウンロード, 介護ソフト一覧, members, inquiries お問い合わせ, news お知らせ.

-- Which offices asked for the product, by day in Asia/Tokyo. The number is as it was typed: the office need not be known.
create table download_applications (
  office       text not null check (office ~ '^[0-9A-Z]{10}$'),
  day          date not null,
  organisation text not null,
  times        integer not null,
  primary key (office, day)
);

create table care_software (
  product   text not null,
  vendor    text not null,
  care_plan boolean not null,
  plan      boolean not null,
  results   boolean not null,
  primary key (vendor, product)
);

-- Whether an office keeps its name out of the list of members. It is counted in any case.
alter table offices add column unnamed boolean not null default false;

create sequence inquiry_numbers;

create table inquiries (
  number        text primary key,
  at            timestamptz not null,
  subject       text not null,
  name          text not null,
  organisation  text,
  office_number text,
  email         text not null,
  -- the address as it is compared: lower case
  email_key     text not null,
  text          text not null,
  answered_at   timestamptz
);
create index inquiries_by_email on inquiries (email_key, at);
create index inquiries_open on inquiries (at) where answered_at is null;
create index inquiries_answered on inquiries (answered_at);

create table inquiry_answers (
  id      bigint generated always as identity primary key,
  inquiry text not null references inquiries on delete cascade,
  at      timestamptz not null,
  text    text not null
);
create index inquiry_answers_by_inquiry on inquiry_answers (inquiry);

-- Mails about inquiries, noted together with what they tell of.
create table inquiry_mails (
  id        bigint generated always as identity primary key,
  inquiry   text not null references inquiries on delete cascade,
  -- received: to the asker; arrived: to the help desk; answered: to the asker
  kind      text not null check (kind in ('received', 'arrived', 'answered')),
  answer    bigint references inquiry_answers on delete cascade,
  -- when it was handed to the mail server, or given up
  done_at   timestamptz,
  check ((kind = 'answered') = (answer is not null))
);
create index inquiry_mails_due on inquiry_mails (id) where done_at is null;

create table news (
  id    bigint generated always as identity primary key,
  at    timestamptz not null,
  title text not null,
  text  text not null
);
create index news_by_time on news (at);
