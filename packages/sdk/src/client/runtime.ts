import { createAxiosTransport } from './axios-transport.ts'
import type { GalleristClientOptions } from './client-options.ts'
import { systemClock, type Clock } from './clock.ts'
import { createRandomId } from './create-id.ts'
import type { RetryOptions } from './retry-policy.ts'
import { createTokenSource, type TokenSource } from './token-source.ts'
import type { Transport } from './transport.ts'

/** The options of a client with every default filled in. */
export interface Runtime {
  readonly baseUrl: string
  readonly tokens: TokenSource | null
  readonly transport: Transport
  readonly retry: RetryOptions
  readonly timeoutMs: number
  readonly clock: Clock
  readonly random: () => number
  readonly createId: () => string
}

export function createRuntime(options: GalleristClientOptions): Runtime {
  return {
    baseUrl: options.baseUrl ?? '',
    tokens: options.auth ? createTokenSource(options.auth) : null,
    transport: options.transport ?? createAxiosTransport(options.axios),
    retry: options.retry === false ? { retries: 0, busyRetries: 0 } : (options.retry ?? {}),
    timeoutMs: options.timeoutMs ?? 30_000,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    createId: options.createId ?? createRandomId,
  }
}
