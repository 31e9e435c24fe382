import type { Database } from './database.ts'

/** `latest` marks the row a plain GET sees. SQLite compares text as UTF-8 bytes, which is S3's listing order. */
const tables = [
  `create table if not exists bucket (
     name text primary key, created_at integer not null,
     versioning text not null default '', cors text, policy text, lifecycle text)`,
  `create table if not exists object (
     id integer primary key autoincrement, bucket text not null, key text not null, version text not null,
     latest integer not null, marker integer not null, blob text not null, size integer not null,
     etag text not null, modified_at integer not null, headers text not null, checksums text not null,
     tags text not null)`,
  'create unique index if not exists object_latest on object (bucket, key) where latest = 1',
  'create unique index if not exists object_version on object (bucket, key, version)',
  'create index if not exists object_blob on object (blob)',
  `create table if not exists upload (
     id text primary key, bucket text not null, key text not null, created_at integer not null,
     headers text not null)`,
  'create index if not exists upload_key on upload (bucket, key, id)',
  `create table if not exists part (
     upload text not null, number integer not null, blob text not null, size integer not null,
     md5 text not null, primary key (upload, number))`,
]

export function createTables(database: Database): void {
  database.transaction(() => {
    for (const table of tables) database.run(table)
  })
}
