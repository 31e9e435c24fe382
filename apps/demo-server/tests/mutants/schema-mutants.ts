import type { Mutant } from './mutant.ts'

const fileGone = (dueAt: string): string => `
  create or replace function file_gone() returns trigger language plpgsql as $$
  begin
    insert into purges (file_id, object_key, due_at)
      select old.id, key, ${dueAt}
      from unnest(old.original_key || array(select v ->> 'key' from jsonb_array_elements(old.variants) v)) key;
    return null;
  end $$`

const withoutKeys = `
  alter table media_refs drop constraint media_refs_media_id_fkey;
  create or replace function ref_added() returns trigger language plpgsql as $$ begin return null; end $$`

/** The schema with a trigger or a key less. */
export const schemaMutants: readonly Mutant[] = [
  {
    name: 'purge ignoring the write deadline',
    fault: 'the delete is sent while a server may still write',
    sql: fileGone('clock_timestamp()'),
  },
  {
    name: 'drop the purge row before the delete',
    fault: 'a file goes from the database first; where the delete fails, nobody knows the object',
    sql: `create or replace function file_gone() returns trigger language plpgsql as $$ begin return null; end $$`,
  },
  {
    name: 'purge of the original alone',
    fault: 'thumbnails stay for ever',
    sql: `create or replace function file_gone() returns trigger language plpgsql as $$
      begin
        insert into purges (file_id, object_key, due_at)
          values (old.id, old.original_key, greatest(clock_timestamp(), old.write_deadline));
        return null;
      end $$`,
  },
  {
    name: "staged expiry ignoring the ticket's life",
    fault: 'what a ticket brings is deleted before its user completes the upload',
    sql: `create function due_now() returns trigger language plpgsql as $$
        begin new.due_at := clock_timestamp(); return new; end $$;
      create trigger due_now before insert on purges for each row when (new.file_id is null) execute function due_now()`,
  },
  {
    name: 'condemn in the application',
    fault: 'cascades and plain SQL condemn nothing, and leak',
    sql: `create or replace function ref_removed() returns trigger language plpgsql as $$ begin return null; end $$`,
  },
  {
    name: 'a reference that takes no grace away',
    fault: 'what a save shows again is deleted all the same',
    sql: `${withoutKeys}; create or replace function ref_added() returns trigger language plpgsql as $$
      begin
        update media set first_attached_at = coalesce(first_attached_at, now()) where id = new.media_id;
        return null;
      end $$`,
  },
  {
    name: 'replaced bytes stay uncondemned',
    fault: 'every replacement leaks the old file',
    sql: `drop trigger media_takes_file on media; create or replace function media_takes_file() returns trigger language plpgsql as $$
      begin update files set due_at = null where id = new.file_id; return null; end $$;
      create trigger media_takes_file after insert or update of file_id on media
        for each row execute function media_takes_file()`,
  },
  {
    name: 'counting references without the lock',
    fault: 'two holders that drop the last two references at once both see the other one',
    sql: `create or replace function ref_removed() returns trigger language plpgsql as $$
      begin
        update media set due_at = grace_over()
          where id = old.media_id and not exists (select 1 from media_refs r where r.media_id = old.media_id);
        return null;
      end $$`,
    race: 'last-two-references',
  },
  {
    name: 'check, then delete, without the foreign key',
    fault: 'the check does not see a reference that is not committed yet',
    sql: withoutKeys,
    race: 'uncommitted-reference',
  },
]
