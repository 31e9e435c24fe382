import { rewriteSql } from './rewrite-sql.ts'
import type { Mutant } from './mutant.ts'

const rewriting = (name: string, fault: string, change: { part: string; by: string }): Mutant => ({
  name,
  fault,
  composition: { wrapDatabase: rewriteSql(change.part, change.by) },
})

/** The server's own statements with one condition less. */
export const statementMutants: readonly Mutant[] = [
  rewriting('judge that does not look at the due time', 'grace, undo and leases end at the first sweep', {
    part: 'm.due_at <= now() and',
    by: 'm.due_at is not null and',
  }),
  rewriting('purge before its due time', 'a delete overtakes the write that it was to wait for', {
    part: 'done_at is null and due_at <= now()',
    by: 'done_at is null',
  }),
  rewriting('no second look at tombstones', 'what a late write brought back stays for ever', {
    part: `greatest(coalesce(p.look_again_at, clock_timestamp() + interval '24 h'), clock_timestamp())`,
    by: 'null',
  }),
  rewriting('second look without the ticket', 'bytes sent after completion stay for ever', {
    part: 'look_again_at = coalesce(look_again_at, due_at), due_at',
    by: `look_again_at = now(), due_at`,
  }),
  rewriting('retry without end marks as done', 'a refused delete is given up', {
    part: 'case when t.outcome is null then null else clock_timestamp() end',
    by: 'clock_timestamp()',
  }),
  rewriting('a save that does not change the version', 'the next stale save overwrites it', {
    part: 'set version = version + 1',
    by: 'set version = version',
  }),
  rewriting('staged uploads without a lease', 'an upload is deleted while its editor is open', {
    part: '$6, clock_timestamp() + staged_lease',
    by: '$6, clock_timestamp()',
  }),
  {
    ...rewriting('versions compared without the row lock', 'two saves against one version are both committed', {
      part: 'order by id for update',
      by: 'order by id',
    }),
    race: 'two-saves',
  },
  rewriting('attach without looking', 'the media outlives its bytes, and a save shows it again', {
    part: 'delete from media where id = any($1::uuid[])',
    by: `with kept as (update media set due_at = null where id = any($1::uuid[]) returning file_id)
      insert into purges (file_id, object_key, due_at) select f.id, f.original_key, now() from files f join kept on file_id = f.id`,
  }),
  rewriting('an idempotency key that is not looked up', 'a retry does its act a second time', {
    part: 'from idempotency_keys where user_id = $1 and key = $2',
    by: 'from idempotency_keys where user_id = $1 and key = $2 and false',
  }),
]
