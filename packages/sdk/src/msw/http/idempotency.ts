import type { BackendCore } from '../backend-core.ts'
import { Refusal } from '../state/refusal.ts'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface Once {
  /** User and `Idempotency-Key`. */
  readonly key: string
  /** Equal for the same act: route, version and body. */
  readonly fingerprint: string
}

/** Answers a retry of a committed request with its answer; before anything else of it is looked at. */
export function answerOnce(core: BackendCore, once: Once | null, answer: () => Answer): Answer {
  if (once === null) return answer()
  const stored = core.state().answers.get(once.key)
  if (stored === undefined) {
    const fresh = answer()
    core.state().answers.set(once.key, { ...fresh, fingerprint: once.fingerprint })
    return fresh
  }
  if (stored.fingerprint === once.fingerprint) return stored
  throw new Refusal('IDEMPOTENCY_MISMATCH', 'The Idempotency-Key was sent before, for another act.')
}
