/** Time, as a seam: tests put their own in. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back once, `delayMs` later; the result takes it back. */
  after(delayMs: number, call: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs)
    return () => clearTimeout(timer)
  },
}
