import type { Clock } from '../client/clock.ts'
import { limits, type CompletedUpload, type UploadLease } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { toGalleristError } from '../errors/to-gallerist-error.ts'

export interface HeldLease {
  readonly key: string
  readonly result: CompletedUpload
}

export interface LeaseKeeperPorts {
  readonly clock: Clock
  /** The staged results that are held at the moment. */
  readonly readHeld: () => readonly HeldLease[]
  readonly renew: (uploadId: string) => Promise<UploadLease>
  /** Null: something uses the upload by now, so that it cannot run out any more. */
  readonly onRenewed: (key: string, leaseExpiresAt: string | null) => void
  readonly onLost: (key: string, error: GalleristError) => void
}

export interface LeaseKeeper {
  /** Keeps leases alive until the result is called; several holders do not get in each other's way. */
  hold(): () => void
  /** To be called when what is held has changed. */
  wake(): void
}

const soonestMs = 1_000
/** Timers stand still while a computer sleeps, so a look is never further away. */
const latestMs = 10 * 60_000
const againMs = 60_000

/** When to renew: at half of the lease's life, judged by its length, so that a wrong clock does no harm. */
function toRenewalMs(nowMs: number, leaseExpiresAt: string): number {
  const leftMs = Math.min(Date.parse(leaseExpiresAt) - nowMs, limits.stagedLeaseMs)
  return nowMs + (leftMs > 0 ? Math.max(soonestMs, leftMs / 2) : againMs)
}

/** Renews the leases of staged uploads. That a lease ran out is said by the server, never by the clock here. */
export function createLeaseKeeper(ports: LeaseKeeperPorts): LeaseKeeper {
  const { clock, readHeld } = ports
  const renewals: Renewals = new Map()
  let holders = 0
  let stopTimer: () => void = ignore

  const look = (): void => {
    stopTimer()
    stopTimer = ignore
    const held = readHeld()
    planRenewals(renewals, held, clock.now())
    if (holders === 0 || held.length === 0) return
    const due = held.filter(({ result }) => (renewals.get(result.uploadId) ?? 0) <= clock.now())
    if (due.length > 0) void renewAll(due)
    const nextMs = Math.min(...renewals.values()) - clock.now()
    stopTimer = clock.after(Math.min(latestMs, Math.max(soonestMs, nextMs)), look)
  }
  const renewAll = async (due: readonly HeldLease[]): Promise<void> => {
    await Promise.all(due.map((lease) => renewOne(ports, renewals, lease)))
    look()
  }
  const letGo = (): void => {
    holders -= 1
    look()
  }

  return {
    wake: look,
    hold: () => {
      holders += 1
      look()
      return once(letGo)
    },
  }
}

/** When each held upload is renewed next, by its id. */
type Renewals = Map<string, number>

function planRenewals(renewals: Renewals, held: readonly HeldLease[], nowMs: number): void {
  const ids = new Set<string>(held.map(({ result }) => result.uploadId))
  for (const uploadId of renewals.keys()) if (!ids.has(uploadId)) renewals.delete(uploadId)
  for (const { result } of held) {
    const { uploadId, leaseExpiresAt } = result
    if (leaseExpiresAt !== null && !renewals.has(uploadId)) renewals.set(uploadId, toRenewalMs(nowMs, leaseExpiresAt))
  }
}

/** A renewal that fails for now is tried again in a minute. */
async function renewOne(
  { clock, readHeld, renew, onRenewed, onLost }: LeaseKeeperPorts,
  renewals: Renewals,
  { key, result: { uploadId } }: HeldLease,
): Promise<void> {
  renewals.set(uploadId, clock.now() + againMs)
  // A renewal can take longer than its upload is held: forgotten, or lost and sent anew, by then.
  const isHeld = (): boolean => readHeld().some(({ result }) => result.uploadId === uploadId)
  try {
    const { leaseExpiresAt } = await renew(uploadId)
    if (!isHeld()) return
    renewals.set(uploadId, toRenewalMs(clock.now(), leaseExpiresAt))
    onRenewed(key, leaseExpiresAt)
  } catch (thrown) {
    if (!isHeld()) return
    const error = toGalleristError(thrown)
    if (error.code === 'UPLOAD_ALREADY_USED') onRenewed(key, null)
    if (error.code === 'UPLOAD_EXPIRED' || error.code === 'UPLOAD_NOT_FOUND') onLost(key, error)
  }
}

function ignore(): void {
  // Nothing is planned.
}

function once(call: () => void): () => void {
  let called = false
  return () => {
    if (!called) call()
    called = true
  }
}
