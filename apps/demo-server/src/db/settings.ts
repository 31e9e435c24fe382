import type { Database } from './database.ts'

export interface LifecycleSettings {
  readonly graceMs: number
  readonly stagedLeaseMs: number
  readonly storageOn: boolean
}

/**
 * Writes the settings that the triggers read. Where storage was off and is on again, everything that came due
 * meanwhile is held: switching on deletes nothing by itself.
 */
export async function applySettings(database: Database, settings: LifecycleSettings): Promise<void> {
  await database.transaction(async (tx) => {
    const [before] = await tx.query<{ storage_on: boolean }>('select storage_on from lifecycle_settings for update')
    await tx.query(
      `update lifecycle_settings set grace = $1 * interval '1 ms', staged_lease = $2 * interval '1 ms', storage_on = $3`,
      [settings.graceMs, settings.stagedLeaseMs, settings.storageOn],
    )
    if (before?.storage_on === false && settings.storageOn) {
      await tx.query(
        `update files f set held_reason = 'storage-off' where f.held_reason is null and (f.due_at <= clock_timestamp()
           or exists (select 1 from media m where m.file_id = f.id and m.due_at <= clock_timestamp()))`,
      )
    }
  })
}
