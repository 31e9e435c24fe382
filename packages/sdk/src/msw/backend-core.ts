import { copyState, type BackendState, type Settings, type Transaction } from './state/backend-state.ts'
import type { FaultQueue } from './faults/fault-script.ts'
import { sweep } from './state/sweep.ts'

/** One fake backend at work: its state, clock and faults. */
export interface BackendCore {
  readonly settings: Settings
  readonly faults: FaultQueue
  /** Who a request without a token comes from; null for nobody. */
  readonly currentUserId: () => string | null
  readonly now: () => number
  readonly state: () => BackendState
  /** Does an act on a draft, and keeps the draft unless the act throws. */
  readonly commit: <Result>(act: (tx: Transaction) => Result) => Result
  /** Does what is due by now. */
  readonly sweep: () => void
}

export function createCore(
  initial: BackendState,
  parts: Pick<BackendCore, 'settings' | 'faults' | 'now' | 'currentUserId'>,
): BackendCore {
  let state = initial
  return {
    ...parts,
    state: () => state,
    commit(act) {
      const draft = copyState(state)
      const result = act({ state: draft, nowMs: parts.now(), settings: parts.settings })
      state = draft
      return result
    },
    sweep() {
      sweep(state, parts.now(), () => {
        const fault = parts.faults.take('purge-failing')
        return fault === null ? null : (fault.message ?? 'AccessDenied: the bucket refused the delete.')
      })
    },
  }
}
