import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../db/database.ts'
import { listenForWork } from '../db/listen.ts'
import { createSweeper, type Sweeper } from '../jobs/create-sweeper.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'

/** A sweeper that every instance's commits wake, and that tells the log what it deleted and what needs somebody's eyes. */
export function startSweeper(
  parts: { database: Database; databaseUrl: string; storage: ObjectStorage; log: FastifyBaseLogger },
  { intervalMs }: { intervalMs: number },
): Sweeper {
  const { database, storage } = parts
  const log = parts.log.child({ part: 'sweeper' })
  const sweeper = createSweeper(
    {
      database,
      storage,
      onPurged: (event) => log.info({ event }, 'delete attempted'),
      onAlarm: (alarm) => log.error({ alarm }, 'alarm'),
    },
    { intervalMs, onError: (err) => log.error({ err }, 'sweep failed') },
  )
  const listener = listenForWork(parts.databaseUrl, {
    onWork: () => sweeper.wake(),
    onError: (err) => log.warn({ err }, 'does not hear of commits elsewhere'),
  })
  return {
    wake: () => sweeper.wake(),
    async stop() {
      await listener.close()
      await sweeper.stop()
    },
  }
}
