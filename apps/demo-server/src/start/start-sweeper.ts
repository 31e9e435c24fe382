import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../db/database.ts'
import { createSweeper, type Sweeper } from '../jobs/create-sweeper.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'

/** A sweeper that tells the log what it deleted and what needs somebody's eyes. */
export function startSweeper(
  parts: { database: Database; storage: ObjectStorage; log: FastifyBaseLogger },
  { intervalMs }: { intervalMs: number },
): Sweeper {
  const { database, storage } = parts
  const log = parts.log.child({ part: 'sweeper' })
  return createSweeper(
    {
      database,
      storage,
      onPurged: (event) => log.info({ event }, 'delete attempted'),
      onAlarm: (alarm) => log.error({ alarm }, 'alarm'),
    },
    { intervalMs, onError: (err) => log.error({ err }, 'sweep failed') },
  )
}
