import { throwIfAborted, wait } from './abortable.ts'
import type { Clock } from './clock.ts'
import { isBusy, toRetryDelayMs, type FailedAttempt, type RetryOptions, type SpentRetries } from './retry-policy.ts'

export type Attempt<Value> = { readonly value: Value } | FailedAttempt

export interface RetryContext {
  readonly retry: RetryOptions
  readonly clock: Clock
  readonly random: () => number
  readonly signal?: AbortSignal | undefined
}

/** Repeats an attempt until it succeeds or the policy gives up; then throws the last error. */
export async function withRetries<Value>(
  attempt: () => Promise<Attempt<Value>>,
  context: RetryContext,
  spent: SpentRetries = { failures: 0, busy: 0 },
): Promise<Value> {
  throwIfAborted(context.signal)
  const outcome = await attempt()
  if ('value' in outcome) return outcome.value
  const delayMs = toRetryDelayMs(outcome, spent, { ...context.retry, jitter: context.random() })
  if (delayMs === null) throw outcome.error
  await wait(context.clock, delayMs, context.signal)
  const kind = isBusy(outcome.error) ? 'busy' : 'failures'
  return withRetries(attempt, context, { ...spent, [kind]: spent[kind] + 1 })
}
