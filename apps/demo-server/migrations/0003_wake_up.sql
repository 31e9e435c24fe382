-- What comes due earlier than a sweeper could know is announced with the commit that makes it so, whoever commits it.
-- PostgreSQL sends one notification per transaction, however many rows say the same.
create function announce_work() returns trigger language plpgsql as $$
begin
  perform pg_notify('gallerist_work', '');
  return null;
end $$;
create trigger announce_condemned_media after update of due_at on media for each row
  when (new.due_at is not null and (old.due_at is null or new.due_at < old.due_at)) execute function announce_work();
create trigger announce_condemned_file after update of due_at on files for each row
  when (new.due_at is not null and (old.due_at is null or new.due_at < old.due_at)) execute function announce_work();
-- Incoming objects are due in an hour or later; what drops one sooner is announced by the update.
create trigger announce_purge after insert on purges for each row
  when (new.file_id is not null) execute function announce_work();
create trigger announce_earlier_purge after update of due_at on purges for each row
  when (new.done_at is null and new.due_at < old.due_at) execute function announce_work();
