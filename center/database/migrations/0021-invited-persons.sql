-- A person who is invited by mail gets a link as an office does that lost its password.

alter table recoveries drop constraint recoveries_kind_check;
alter table recoveries add constraint recoveries_kind_check check (kind in ('lost', 'issued', 'invited'));
-- null: the link is of the office's own account
alter table recoveries add column person text references persons;
-- where the link of a person goes; null once the mail server has answered
alter table recoveries add column email text;
-- when the mail server refused the address
alter table recoveries add column refused_at timestamptz;
alter table recoveries add constraint recoveries_person_check check ((kind = 'invited') = (person is not null));
create index recoveries_by_person on recoveries (person, id) where person is not null;
