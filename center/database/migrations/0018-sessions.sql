-- An office sees its logins, at the portal and at desks, and may end each.

alter table office_sessions add column id bigint generated always as identity unique;
alter table office_sessions add column opened_at timestamptz;
alter table desk_sessions add column opened_at timestamptz;
