-- What is known of messages, in a table a quarter, so that each quarter ends by dropping its table. A message lies by
-- its id, whose first 48 bits are the sender's time (UUIDv7): so ids stay unique over all tables, and a message is found
-- in one of them by its id alone. What was there lies in the table that takes all others, which costs no copying; what
-- is of a quarter that gets a table moves there with housekeeping.

alter table messages rename to messages_other;
-- The sequence gives each number once; a table in parts cannot promise it.
alter table messages_other drop constraint messages_number_key;
create table messages (like messages_other including all) partition by range (id);
alter table messages attach partition messages_other default;
