import { AsyncLocalStorage } from 'node:async_hooks'
import type { Fault, Step } from './step.ts'

/** What is to go wrong in one run of an act, and what its calls have done. */
export interface CallPlan {
  readonly faults: Fault[]
  lostCommit: Step['lostCommit']
  readonly pauseAt: number | null
  storageCalls: number
  transactions: number
  /** Of the incoming object that the act read last. */
  readBytes: Buffer | null
  readonly paused: PromiseWithResolvers<void>
  readonly gate: PromiseWithResolvers<void>
}

/** The plan of the act that makes a call, through all its awaits. */
export const currentPlan = new AsyncLocalStorage<CallPlan>()
/** Set inside a transaction. */
export const openTransaction = new AsyncLocalStorage<true>()

export function createPlan(step: Pick<Step, 'faults' | 'lostCommit' | 'pauseAt'>): CallPlan {
  return {
    faults: [...step.faults],
    lostCommit: step.lostCommit,
    pauseAt: step.pauseAt,
    storageCalls: 0,
    transactions: 0,
    readBytes: null,
    paused: Promise.withResolvers(),
    gate: Promise.withResolvers(),
  }
}
