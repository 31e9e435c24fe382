import { setTimeout as sleep } from 'node:timers/promises'
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
  let tidyAt = 0

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      woken = false
      const ms = await sweep()
      if (!woken) await pause(ms)
    }
  }

  /** Answers with the pause that follows: until the next row comes due, or the interval where that did not help. */
  async function sweep(): Promise<number> {
    try {
      const rounds = await sweepAll(deps, stopped.signal)
      await tidyUpNowAndThen()
      const dueMs = (await readNextDueMs(deps.database)) ?? options.intervalMs
      return dueMs === 0 && rounds === 0 ? options.intervalMs : Math.min(options.intervalMs, dueMs + 1)
    } catch (error) {
      options.onError(error)
      return options.intervalMs
    }
  }

  async function tidyUpNowAndThen(): Promise<void> {
    if (Date.now() < tidyAt) return
    await tidyUp(deps.database)
    tidyAt = Date.now() + tidyEveryMs
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
