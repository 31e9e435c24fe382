import { AbortedError } from '../errors/aborted-error.ts'
import type { Clock } from './clock.ts'

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError()
}

/** What the work gives, unless the signal comes first; after the signal it is not even begun. */
export async function untilAborted<Value>(work: () => Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return work()
  throwIfAborted(signal)
  const listening = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new AbortedError()), { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([work(), aborted])
  } finally {
    listening.abort()
  }
}

/** Waits; the signal ends it with an `AbortedError`. */
export function wait(clock: Clock, delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController()
    const stop = clock.after(delayMs, () => {
      listening.abort()
      resolve()
    })
    const onAbort = (): void => {
      stop()
      reject(new AbortedError())
    }
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort, { once: true, signal: listening.signal })
  })
}
