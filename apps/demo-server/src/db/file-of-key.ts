/**
 * SQL for the file whose original or thumbnail has a key, as a lateral subquery. `offset 0` keeps it one: PostgreSQL takes
 * a key for contained in 1 % of all files, and joined freely it reads the whole table once per key.
 */
export function fileOfKey(key: string): string {
  return `(select * from files where original_key = ${key}
    or variants @> jsonb_build_array(jsonb_build_object('key', ${key})) offset 0)`
}
