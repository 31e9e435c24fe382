import type { Clock } from '../src/client/clock.ts'

export const startMs = Date.parse('2026-01-01T00:00:00.000Z')

export interface InstantClock extends Clock {
  /** What was waited for, in order. */
  readonly waits: readonly number[]
}

/** Every wait is over at once, and the time has passed. */
export function createInstantClock(): InstantClock {
  const waits: number[] = []
  let nowMs = startMs
  return {
    waits,
    now: () => nowMs,
    after: (delayMs, call) => {
      let stopped = false
      waits.push(delayMs)
      queueMicrotask(() => {
        nowMs += delayMs
        if (!stopped) call()
      })
      return () => {
        stopped = true
      }
    },
  }
}

export interface ManualClock extends Clock {
  /** Lets time pass, timer by timer, with what they set off. */
  pass(byMs: number): Promise<void>
  readonly timers: () => number
}

export function createManualClock(): ManualClock {
  const timers = new Set<{ readonly atMs: number; readonly call: () => void }>()
  let nowMs = startMs
  const passTo = async (untilMs: number): Promise<void> => {
    const [next] = [...timers].filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)
    nowMs = next ? Math.max(nowMs, next.atMs) : untilMs
    if (next) {
      timers.delete(next)
      next.call()
    }
    await settle()
    if (next) await passTo(untilMs)
  }
  return {
    now: () => nowMs,
    timers: () => timers.size,
    after: (delayMs, call) => {
      const timer = { atMs: nowMs + delayMs, call }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    pass: (byMs) => passTo(nowMs + byMs),
  }
}

/** Lets everything that waits for nothing but its turn have it. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
