-- When an office's client was seen last, to the minute, and when the office was told by e-mail that something waits.
create table office_presence (
  office    text primary key references offices,
  seen_at   timestamptz,
  mailed_at timestamptz
);
