-- What the reconciler remembers. Nothing else reads these tables, and it deletes no object.

-- The token that the bucket of this database holds. To pair with another bucket: set paired_at to null.
create table storage_pairing (
  only_row boolean primary key default true check (only_row),
  token uuid not null default gen_random_uuid(),
  paired_at timestamptz
);
insert into storage_pairing default values;

create table reconcile_passes (
  id bigint generated always as identity primary key,
  started_at timestamptz not null default clock_timestamp(),
  report jsonb -- null until the pass has ended
);

-- Objects that the last complete pass saw and no row knew. A stray is one that an earlier pass had seen as well.
create table stray_objects (
  object_key text primary key,
  first_seen_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp()
);

-- Buckets list in byte order; so the reconciler reads the files.
create index files_in_byte_order on files (original_key collate "C");
