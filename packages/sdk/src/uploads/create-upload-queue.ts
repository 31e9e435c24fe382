import { systemClock, type Clock } from '../client/clock.ts'
import { createRandomId } from '../client/create-id.ts'
import { createSlots, type Job } from './create-slots.ts'
import { createLeaseKeeper, type LeaseKeeper } from './lease-keeper.ts'
import { attemptUpload, type UploadOrder } from './upload-order.ts'
import type { UploadClient, UploadQueue } from './upload-queue.ts'
import { createUploadStore, type UploadStore } from './upload-store.ts'

export interface UploadQueueOptions {
  readonly client: UploadClient
  /** Uploads at the same time. Default 4. */
  readonly concurrency?: number | undefined
  readonly clock?: Clock | undefined
  /** Makes keys. Default: random UUIDs. */
  readonly createId?: (() => string) | undefined
}

interface Parts {
  readonly store: UploadStore
  readonly orders: Map<string, UploadOrder>
  readonly readClient: () => UploadClient
  readonly clock: Clock
  readonly createId: () => string
}

/** Creates a queue; nothing runs until a file is added. */
export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { concurrency = 4, clock = systemClock, createId = createRandomId } = options
  let client = options.client
  const store = createUploadStore()
  const orders = new Map<string, UploadOrder>()
  const parts: Parts = { store, orders, clock, createId, readClient: () => client }
  const leases = createLeases(parts)
  const slots = createSlots(concurrency, () => takeNext(parts, leases))

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    settled: store.settled,
    keepAlive: () => leases.hold(),
    cancel: (key) => cancel(parts, key),
    add: (file, purpose = { staged: true }) => {
      const key = createId()
      orders.set(key, { key, file, purpose, idempotencyKey: createId(), running: null })
      store.dispatch({ type: 'fileQueued', key, file })
      slots.fill()
      return key
    },
    retry: (key) => {
      const phase = store.read(key)?.phase
      if (phase !== 'failed' && phase !== 'cancelled') return
      store.dispatch({ type: 'uploadRequeued', key })
      slots.fill()
    },
    forget: (key) => {
      orders.get(key)?.running?.controller.abort()
      orders.delete(key)
      store.dispatch({ type: 'uploadForgotten', key })
      leases.wake()
    },
    replaceClient: (next) => {
      client = next
    },
  }
}

function createLeases({ store, orders, clock, createId, readClient }: Parts): LeaseKeeper {
  return createLeaseKeeper({
    clock,
    readHeld: () => store.getSnapshot().flatMap(({ key, result }) => (result?.leaseExpiresAt ? [{ key, result }] : [])),
    renew: (uploadId) => readClient().uploads.renew(uploadId),
    onRenewed: (key, leaseExpiresAt) => store.dispatch({ type: 'leaseChanged', key, leaseExpiresAt }),
    onLost: (key, error) => {
      const order = orders.get(key)
      if (order) order.idempotencyKey = createId()
      store.dispatch({ type: 'uploadFailed', key, error })
    },
  })
}

/** Starts the upload that has waited longest; its ticket is fetched only now. */
function takeNext({ store, orders, createId, readClient }: Parts, leases: LeaseKeeper): Job | null {
  const key = store.getSnapshot().find(({ phase }) => phase === 'queued')?.key
  const order = key === undefined ? undefined : orders.get(key)
  if (!order) return null
  const controller = new AbortController()
  const ports = { client: readClient(), dispatch: store.dispatch, createId, signal: controller.signal }
  const running = { controller, ended: Promise.resolve().then(() => attemptUpload(order, ports)) }
  order.running = running
  store.dispatch({ type: 'uploadStarted', key: order.key })
  return async () => {
    await running.ended
    if (order.running === running) order.running = null
    leases.wake()
  }
}

async function cancel({ store, orders }: Parts, key: string): Promise<void> {
  const running = orders.get(key)?.running
  if (!running) {
    if (store.read(key)?.phase === 'queued') store.dispatch({ type: 'uploadCancelled', key })
    return
  }
  running.controller.abort()
  await running.ended
}
