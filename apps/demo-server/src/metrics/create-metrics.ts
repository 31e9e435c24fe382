import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../db/database.ts'
import type { ObjectStorage } from '../storage/object-storage.ts'
import { readBacklog, readStoredBytes } from './lifecycle-gauges.ts'

export interface Metrics {
  readonly contentType: string
  /** Prometheus' text format; asks the database for what is a state and no event. */
  read(): Promise<string>
  /** The same storage, whose deletes are counted and timed. */
  measure(storage: ObjectStorage): ObjectStorage
}

/** Seconds; a batch of 1,000 keys on a slow store takes a few. */
const durationBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15]

/** What an operator watches of the lifecycle. Of its own, for each server. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const attempts = new Counter({
    name: 'gallerist_deletion_attempts_total',
    help: 'Objects whose delete was sent, by this instance',
    registers,
  })
  const outcomes = new Counter({
    name: 'gallerist_deletion_outcomes_total',
    help: 'What became of them: gone, hidden, retry or denied',
    labelNames: ['outcome'],
    registers,
  })
  const duration = new Histogram({
    name: 'gallerist_deletion_duration_seconds',
    help: 'Time from sending a batch of deletes to its outcomes',
    buckets: durationBuckets,
    registers,
  })
  addGauges(database, registers)
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    measure: (storage) => ({
      ...storage,
      async deleteMany(keys) {
        attempts.inc(keys.length)
        const stop = duration.startTimer()
        const result = await storage.deleteMany(keys)
        stop()
        for (const { state } of result.values()) outcomes.inc({ outcome: state })
        return result
      },
    }),
  }
}

/** Read at each scrape, so that every instance tells the same. */
function addGauges(database: Database, registers: Registry[]): void {
  const backlog = new Gauge({
    name: 'gallerist_deletion_backlog_objects',
    help: 'Objects whose delete is due and not done',
    registers,
  })
  void new Gauge({
    name: 'gallerist_deletion_backlog_age_seconds',
    help: 'How long the oldest of them has been due; 0 without any',
    registers,
    async collect() {
      const { objectCount, oldestSeconds } = await readBacklog(database)
      backlog.set(objectCount)
      this.set(oldestSeconds)
    },
  })
  void new Gauge({
    name: 'gallerist_storage_bytes',
    help: 'Bytes of files, originals and thumbnails, that are not being deleted, by user',
    labelNames: ['user'],
    registers,
    async collect() {
      this.reset()
      for (const { user, bytes } of await readStoredBytes(database)) this.set({ user }, bytes)
    },
  })
}
