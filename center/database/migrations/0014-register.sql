-- What the public register says of an office beyond its name; letters go to the address, links to the e-mail address.

alter table offices add column postal_code text;
alter table offices add column address text;
alter table offices add column telephone text;
alter table offices add column email text;
