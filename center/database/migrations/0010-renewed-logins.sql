-- A client may end between the answer to a renewal and writing it down: until one of the new tokens was used, the token
-- that was exchanged for them serves again.
alter table desk_sessions add column previous_refresh_token bytea unique;
