import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface Listener {
  close(): Promise<void>
}

export interface ListenOptions {
  /** Something may be due: announced by a commit, or possibly missed while no connection was there. */
  readonly onWork: () => void
  /** A connection was lost or refused; the next try follows by itself. */
  readonly onError: (error: unknown) => void
}

const channel = 'gallerist_work'
const firstPauseMs = 250
const longestPauseMs = 30_000

/** Hears of every commit that makes something due, on a connection of its own; a lost one is replaced, with back-off. */
export function listenForWork(url: string, { onWork, onError }: ListenOptions): Listener {
  const closed = new AbortController()
  let failures = 0

  async function run(): Promise<void> {
    while (!closed.signal.aborted) {
      try {
        await listenOnce()
      } catch (error) {
        onError(error)
      }
      const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10))
      failures += 1
      await sleep(ms, undefined, { signal: closed.signal }).catch(() => undefined)
    }
  }

  /** Ends when closed; throws when the connection does. */
  async function listenOnce(): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    const ended = Promise.withResolvers<void>()
    // Heard before anybody waits for it.
    ended.promise.catch(() => undefined)
    const stop = () => ended.resolve()
    client.on('error', ended.reject)
    client.on('end', () => ended.reject(new Error('the listening connection ended')))
    client.on('notification', onWork)
    closed.signal.addEventListener('abort', stop, { once: true })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      failures = 0
      if (!closed.signal.aborted) onWork()
      await ended.promise
    } finally {
      closed.signal.removeEventListener('abort', stop)
      await client.end().catch(() => undefined)
    }
  }

  const running = run()
  return {
    async close() {
      closed.abort()
      await running
    },
  }
}
