import { createHash } from 'node:crypto'
import { StorageError, type DeleteOutcome, type ObjectStorage } from '../../src/storage/object-storage.ts'
import { currentPlan, openTransaction } from './call-plan.ts'
import type { Fault } from './step.ts'
import { Violation } from './violation.ts'

export interface StoreHooks {
  nowMs(): number
  /** Before a delete is sent. */
  onDelete(keys: readonly string[]): Promise<void>
  /** After an object came into being. */
  onWritten(key: string): Promise<void>
}

export interface StoredBytes {
  readonly sizeBytes: number
  readonly sha256: string
  readonly bytes: Buffer
}

export interface SimulatedStore {
  readonly port: ObjectStorage
  readonly objects: ReadonlyMap<string, StoredBytes>
  /** Keys whose deletion a reply has confirmed that its caller got. */
  readonly observedGone: ReadonlySet<string>
  /** How often each key was sent in a delete. */
  readonly deletesSent: Map<string, number>
  readonly faultCount: number
  /** Bytes that somebody with a ticket sends; they arrive after the delay. */
  receive(key: string, bytes: Buffer, delayMs: number): Promise<void>
  /** Lets everything arrive that is due by now. */
  settle(): Promise<void>
  /** First rule that a call has broken; read after each step. */
  violation: Violation | null
}

/** A write is aborted by its server after this time; what was sent may still arrive within the hour. */
const abortMs = 50_000
const longestDelayMs = 3_600_000
const done: DeleteOutcome = { state: 'gone' }

/** An object store in memory: S3's promises, and a fault for each call where the act's plan says so. */
export function createSimulatedStore(hooks: StoreHooks): SimulatedStore {
  const objects = new Map<string, StoredBytes>()
  const observedGone = new Set<string>()
  const deletesSent = new Map<string, number>()
  let late: { atMs: number; apply: () => Promise<void> }[] = []
  let faultCount = 0

  async function nextFault(): Promise<Fault> {
    if (openTransaction.getStore()) store.violation ??= new Violation('rule 8', 'a storage call inside a transaction')
    const plan = currentPlan.getStore()
    if (plan === undefined) return 'none'
    plan.storageCalls += 1
    if (plan.storageCalls === plan.pauseAt) {
      plan.paused.resolve()
      await plan.gate.promise
    }
    const fault = plan.faults.shift() ?? 'none'
    if (fault !== 'none') faultCount += 1
    return fault
  }

  function delay(apply: () => Promise<void>, afterMs: number): void {
    late.push({ atMs: hooks.nowMs() + afterMs, apply })
  }

  async function put(key: string, bytes: Buffer): Promise<void> {
    objects.set(key, { bytes, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    await hooks.onWritten(key)
  }

  async function write(key: string, bytes: Buffer): Promise<void> {
    const startedMs = hooks.nowMs()
    const fault = await nextFault()
    const tookMs = hooks.nowMs() - startedMs
    if (tookMs > abortMs) {
      if (tookMs < longestDelayMs) await putLate(key, bytes)
      throw new StorageError('aborted')
    }
    if (fault === 'delayed') delay(() => putLate(key, bytes), longestDelayMs / 2)
    if (fault === 'none' || fault === 'reply-lost-done' || fault === 'partial' || fault === 'keys-missing') {
      if (objects.has(key)) throw new StorageError(`${key} exists`)
      await put(key, bytes)
    }
    if (fault !== 'none' && fault !== 'partial' && fault !== 'keys-missing') throw new StorageError(fault)
  }

  /** Keys are write-once for the store, too. */
  async function putLate(key: string, bytes: Buffer): Promise<void> {
    if (!objects.has(key)) await put(key, bytes)
  }

  async function deleteMany(keys: readonly string[]): Promise<ReadonlyMap<string, DeleteOutcome>> {
    const fault = await nextFault()
    await hooks.onDelete(keys)
    for (const key of keys) deletesSent.set(key, (deletesSent.get(key) ?? 0) + 1)
    const answers = new Map(keys.map((key, index) => [key, answerTo(fault, index)]))
    const isApplied = (key: string) =>
      fault === 'reply-lost-done' || fault === 'keys-missing' || answers.get(key) === done
    for (const key of keys.filter(isApplied)) objects.delete(key)
    if (fault === 'delayed') {
      delay(async () => {
        await hooks.onDelete(keys)
        for (const key of keys) objects.delete(key)
      }, longestDelayMs / 2)
    }
    if (fault === 'keys-missing') for (const key of keys.filter((_, index) => index % 2 === 0)) answers.delete(key)
    for (const [key, answer] of answers) if (answer === done) observedGone.add(key)
    return answers
  }

  const store: SimulatedStore = {
    objects,
    observedGone,
    deletesSent,
    violation: null,
    get faultCount() {
      return faultCount
    },
    async receive(key, bytes, delayMs) {
      if (delayMs === 0) await put(key, bytes)
      else delay(() => put(key, bytes), Math.min(delayMs, longestDelayMs))
    },
    async settle() {
      const arrived = late.filter((effect) => effect.atMs <= hooks.nowMs())
      late = late.filter((effect) => !arrived.includes(effect))
      for (const effect of arrived) await effect.apply()
    },
    port: {
      deleteBatchSize: 50,
      listIncompleteUploads: async () => [],
      presignUpload: async ({ key }) => ({ url: 'https://store.example/', fields: { key } }),
      async read(key) {
        const startedMs = hooks.nowMs()
        const fault = await nextFault()
        if (fault === 'wrong-not-found') return null
        if (fault !== 'none' || hooks.nowMs() - startedMs > abortMs) throw new StorageError(fault)
        const bytes = objects.get(key)?.bytes ?? null
        const plan = currentPlan.getStore()
        if (plan !== undefined) plan.readBytes = bytes
        return bytes
      },
      write,
      deleteMany,
      async head(key) {
        const fault = await nextFault()
        // A second look trusts one 404: no protocol with a last look outlives a store that lies in it.
        if (fault !== 'none') return 'unknown'
        return objects.has(key) ? 'present' : 'absent'
      },
      async list({ prefix }) {
        const found = [...objects].filter(([key]) => key.startsWith(prefix)).toSorted(([a], [b]) => (a < b ? -1 : 1))
        const lastModifiedAt = new Date(hooks.nowMs()).toISOString()
        return { objects: found.map(([key, { sizeBytes }]) => ({ key, sizeBytes, lastModifiedAt })), nextCursor: null }
      },
    },
  }
  return store
}

function answerTo(fault: Fault, index: number): DeleteOutcome {
  if (fault === 'none' || fault === 'keys-missing' || fault === 'wrong-not-found') return done
  if (fault === 'partial') return index % 2 === 0 ? done : partialAnswer(index)
  return { state: 'retry', message: fault }
}

function partialAnswer(index: number): DeleteOutcome {
  return index % 4 === 1 ? { state: 'retry', message: 'InternalError' } : { state: 'denied', message: 'AccessDenied' }
}
