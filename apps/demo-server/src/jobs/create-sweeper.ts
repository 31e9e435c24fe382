import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { readNextDueMs, tidyUp } from '../db/purges.ts'
import { sweepAll, type SweepDeps } from '../domain/sweep.ts'

export interface Sweeper {
  /** Looks at once instead of at the next turn. */
  wake(): void
  /** Ends after the round that runs. */
  stop(): Promise<void>
}

export interface SweeperOptions {
  /** Longest pause between two looks, in milliseconds. */
  readonly intervalMs: number
  readonly onError: (error: unknown) => void
}

const tidyEveryMs = 3_600_000

/** Sweeps when something comes due, when woken, and at least every `intervalMs`. Every instance may run one. */
export function createSweeper(deps: SweepDeps, options: SweeperOptions): Sweeper {
  const stopped = new AbortController()
  let nap = new AbortController()
  let woken = false

  async function run(): Promise<void> {
    let tidyAt = 0
    while (!stopped.signal.aborted) {
      woken = false
      try {
        await sweepAll(deps)
        if (Date.now() >= tidyAt) {
          await tidyUp(deps.database)
          tidyAt = Date.now() + tidyEveryMs
        }
      } catch (error) {
        options.onError(error)
      }
      if (!woken) await pause(await pauseMs(deps.database, options))
    }
  }

  async function pause(ms: number): Promise<void> {
    nap = new AbortController()
    const signal = AbortSignal.any([nap.signal, stopped.signal])
    await sleep(ms, undefined, { signal }).catch(() => undefined)
  }

  const running = run()
  return {
    wake() {
      woken = true
      nap.abort()
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
}

/** Until the next row comes due, at least a moment and at most the interval. */
async function pauseMs(database: Database, options: SweeperOptions): Promise<number> {
  try {
    const dueMs = (await readNextDueMs(database)) ?? options.intervalMs
    return Math.min(options.intervalMs, Math.max(20, dueMs + 1))
  } catch (error) {
    options.onError(error)
    return options.intervalMs
  }
}
