-- references → media → files, both keys `on delete restrict`; unwanted bytes are rows in purges.
-- Whatever writes here, an app or a person with psql: the triggers keep the storage promise.

create table users (
  id text primary key,
  name text not null,
  role text not null check (role in ('editor', 'admin'))
);

-- One row; every instance of the server and every trigger reads the same.
create table lifecycle_settings (
  only_row boolean primary key default true check (only_row),
  grace interval not null default interval '7 days',
  staged_lease interval not null default interval '24 hours',
  storage_on boolean not null default true
);
insert into lifecycle_settings default values;

-- One set of bytes: the original and its thumbnails under write-once keys that contain the file's id.
create table files (
  id uuid primary key,
  user_id text not null references users on delete restrict,
  original_key text not null unique,
  variants jsonb not null default '[]', -- [{key, widthPx, heightPx, sizeBytes}]
  mime text not null,
  size_bytes bigint not null,
  stored_bytes bigint not null,
  width_px integer not null,
  height_px integer not null,
  checksum_sha256 text not null,
  write_deadline timestamptz not null, -- nobody writes after it, nobody deletes before it
  verified_at timestamptz,             -- set when all its objects were written
  due_at timestamptz default clock_timestamp(), -- null while a media uses it
  held_reason text check (held_reason in ('storage-off')),
  created_at timestamptz not null default now()
);
-- Without fast update: every look-up would read the list of pending entries, up to 4 MB of it.
create index files_variants on files using gin (variants jsonb_path_ops) with (fastupdate = off);
create index files_due on files (due_at) where due_at is not null;

create table media (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references users on delete restrict,
  file_id uuid not null unique references files on delete restrict,
  title text,
  alt_text text,
  file_name text not null,
  content_version integer not null default 1,
  first_attached_at timestamptz,
  due_at timestamptz default clock_timestamp() + interval '24 hours', -- null while something references it
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index media_due on media (due_at) where due_at is not null;
create index media_of_user on media (user_id, created_at desc, id desc);
create index media_newest on media (created_at desc, id desc);

create table uploads (
  id uuid primary key,
  user_id text not null references users on delete restrict,
  incoming_key text unique,      -- null for a form upload, which never touches the bucket's incoming side
  file_name text not null,
  expires_at timestamptz not null,
  processing_until timestamptz,
  media_id uuid,                 -- no key: only references may point at media
  used_at timestamptz,           -- its file was taken over by another media
  refusal jsonb,                 -- {code, message, details}
  idempotency_key text,
  request_hash text,             -- what the key was first sent with
  created_at timestamptz not null default now(),
  unique (user_id, idempotency_key)
);
create index uploads_media on uploads (media_id);

create table galleries (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references users on delete restrict,
  title text not null,
  published boolean not null default false,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index galleries_of_user on galleries (user_id, updated_at desc, id desc);
create index galleries_newest on galleries (updated_at desc, id desc);

create table gallery_items (
  id uuid primary key,
  gallery_id uuid not null references galleries on delete cascade,
  rank bigint not null,
  external_url text, -- null: a media, through its reference
  caption text,
  alt text,          -- null: the media's own
  is_cover boolean not null default false
);
create index gallery_items_order on gallery_items (gallery_id, rank);

-- "This slot of this holder uses this media". The only table that points at media.
create table media_refs (
  id bigint generated always as identity primary key,
  media_id uuid not null references media on delete restrict,
  slot text not null check (slot in ('gallery-item', 'object', 'library')),
  gallery_item_id uuid unique references gallery_items on delete cascade,
  content_type text,
  object_id text,
  created_at timestamptz not null default now(),
  check ((slot = 'gallery-item') = (gallery_item_id is not null)),
  check ((slot = 'object') = (content_type is not null and object_id is not null))
);
create index media_refs_media on media_refs (media_id);
create index media_refs_object on media_refs (content_type, object_id, id) where slot = 'object';
create unique index media_refs_pin on media_refs (media_id) where slot = 'library';

-- Bytes nobody may use any more. One-way: nothing ever leads back to files.
create table purges (
  id bigint generated always as identity primary key,
  file_id uuid,                  -- null for an incoming object
  object_key text not null unique,
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease_until timestamptz,
  lease_token uuid,
  last_error text,
  done_at timestamptz,           -- absence was observed
  outcome text check (outcome in ('gone', 'hidden')),
  look_again_at timestamptz,     -- a tombstone is looked at once more: a late write must not stay
  created_at timestamptz not null default now()
);
create index purges_due on purges (due_at) where done_at is null;
create index purges_look_again on purges (look_again_at) where done_at is not null and look_again_at is not null;
create index purges_file on purges (file_id);

-- What destructive acts did, and what takes them back.
create table deletions (
  id uuid primary key,
  user_id text not null references users on delete restrict,
  action text not null,
  gallery_id uuid,
  gallery_version bigint,
  undo jsonb,
  undo_until timestamptz,
  undone_at timestamptz,
  created_at timestamptz not null default now()
);
create table deletion_files (
  deletion_id uuid not null references deletions on delete cascade,
  file_id uuid not null,
  media_id uuid not null,
  file_name text not null,
  reason text not null check (reason in ('removed', 'replaced')),
  verdict text not null check (verdict in ('delete', 'keep')),
  stored_bytes bigint not null,
  object_count integer not null,
  primary key (deletion_id, file_id)
);
create index deletion_files_media on deletion_files (media_id);

create table idempotency_keys (
  user_id text not null references users on delete cascade,
  key text not null,
  route text not null,
  body_hash text not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

create function grace_over() returns timestamptz language sql stable as
  $$ select clock_timestamp() + grace from lifecycle_settings $$;
create function hold_if_storage_is_off(current_reason text) returns text language sql stable as
  $$ select case when storage_on then current_reason else 'storage-off' end from lifecycle_settings $$;

-- A new reference: the media is used, and what was condemned is not any more.
create function ref_added() returns trigger language plpgsql as $$
begin
  update media m set due_at = null, first_attached_at = coalesce(first_attached_at, now())
    where id = new.media_id and exists (select 1 from files f where f.id = m.file_id and f.verified_at is not null);
  if not found then
    raise exception 'media % has no verified file', new.media_id using errcode = 'check_violation';
  end if;
  update files set held_reason = null
    where held_reason = 'storage-off' and id = (select file_id from media where id = new.media_id);
  return null;
end $$;
create trigger ref_added after insert on media_refs for each row execute function ref_added();

-- The last reference is gone: condemned. The media row is locked before what still references it is counted,
-- or two holders dropping the last two references at once would leak the file.
create function ref_removed() returns trigger language plpgsql as $$
begin
  perform 1 from media where id = old.media_id for update;
  update media set due_at = grace_over()
    where id = old.media_id and not exists (select 1 from media_refs r where r.media_id = old.media_id);
  if found then
    update files set held_reason = hold_if_storage_is_off(held_reason)
      where id = (select file_id from media where id = old.media_id);
  end if;
  return null;
end $$;
create trigger ref_removed after delete on media_refs for each row execute function ref_removed();

create function ref_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'references are inserted and deleted, never updated';
end $$;
create trigger ref_immutable before update on media_refs for each row execute function ref_immutable();

-- The content version changes with the bytes, and only then.
create function media_changes_file() returns trigger language plpgsql as $$
begin
  if (select checksum_sha256 from files where id = new.file_id)
     is distinct from (select checksum_sha256 from files where id = old.file_id) then
    new.content_version := old.content_version + 1;
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger media_changes_file before update of file_id on media
  for each row when (old.file_id is distinct from new.file_id) execute function media_changes_file();

create function media_takes_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.file_id is distinct from old.file_id then
    update files set due_at = grace_over(), held_reason = hold_if_storage_is_off(held_reason) where id = old.file_id;
  end if;
  update files set due_at = null, held_reason = nullif(held_reason, 'storage-off')
    where id = new.file_id and verified_at is not null;
  if not found then
    raise exception 'file % is not verified', new.file_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger media_takes_file after insert or update of file_id on media
  for each row execute function media_takes_file();

-- A media that goes leaves its file to nobody, unless another media takes it in the same transaction.
create function media_gone() returns trigger language plpgsql as $$
begin
  update files set due_at = clock_timestamp() where id = old.file_id;
  return null;
end $$;
create trigger media_gone after delete on media for each row execute function media_gone();

-- Bytes move from files to purges in one transaction, whoever deletes the row.
create function file_gone() returns trigger language plpgsql as $$
begin
  insert into purges (file_id, object_key, due_at)
    select old.id, key, greatest(clock_timestamp(), old.write_deadline)
    from unnest(old.original_key || array(select v ->> 'key' from jsonb_array_elements(old.variants) v)) key;
  return null;
end $$;
create trigger file_gone after delete on files for each row execute function file_gone();

-- TRUNCATE fires no row trigger: it would forget references that nobody condemns, and objects that nobody deletes.
create function not_truncated() returns trigger language plpgsql as $$
begin
  raise exception 'table % is not truncated: delete its rows, so that their files are deleted too', tg_table_name;
end $$;
create trigger not_truncated before truncate on media_refs execute function not_truncated();
create trigger not_truncated before truncate on media execute function not_truncated();
create trigger not_truncated before truncate on files execute function not_truncated();
create trigger not_truncated before truncate on purges execute function not_truncated();
