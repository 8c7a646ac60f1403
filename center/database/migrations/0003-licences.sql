-- ライセンス licences: one row for each year. Days are those of Asia/Tokyo, valid_until is included.

create sequence application_numbers;

create table licences (
  office              text not null references offices,
  valid_from          date not null,
  valid_until         date not null,
  application_number  text not null,
  applied_at          timestamptz not null,
  fee_yen             integer not null check (fee_yen >= 0),
  deduction_month     text not null check (deduction_month ~ '^[0-9]{4}-[0-9]{2}$'),
  automatic_renewal   boolean not null,
  terms_edition       text not null,
  primary key (office, valid_from),
  check (valid_until > valid_from)
);
create index licences_by_end on licences (valid_until) where automatic_renewal;

-- 利用申請 what the office wrote on the form
create table applications (
  application_number         text primary key,
  office                     text not null references offices,
  representative_family_name text not null,
  representative_given_name  text not null,
  contact_family_name        text not null,
  contact_given_name         text not null,
  telephone                  text not null,
  email                      text not null
);
create index applications_by_office on applications (office);
