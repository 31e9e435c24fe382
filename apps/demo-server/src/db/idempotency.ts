import type { UserId } from '@gallerist/sdk/contract'
import { DomainError } from '../domain/domain-error.ts'
import type { Sql } from './database.ts'

/** One logical act of a caller, however often it is sent. */
export interface IdempotentAct {
  readonly userId: UserId
  /** Null: the caller does not ask for it. */
  readonly key: string | null
  readonly route: string
  readonly bodyHash: string
}

/**
 * Runs an act once per key: a retry of a committed act gets its stored answer, which was written in the act's own
 * transaction. Looked up before any precondition, because after a commit the precondition no longer holds.
 *
 * @throws DomainError IDEMPOTENCY_IN_FLIGHT while the first try runs, IDEMPOTENCY_MISMATCH for another act
 */
export async function runOnce<Answer>(tx: Sql, act: IdempotentAct, work: () => Promise<Answer>): Promise<Answer> {
  if (act.key === null) return work()
  const [lock] = await tx.query<{ taken: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
    [JSON.stringify([act.userId, act.key])],
  )
  if (lock?.taken !== true) {
    throw new DomainError('IDEMPOTENCY_IN_FLIGHT', `Act ${act.key} is still running. Send it again in a moment.`)
  }
  const [known] = await tx.query<{ route: string; body_hash: string; response: Answer }>(
    'select route, body_hash, response from idempotency_keys where user_id = $1 and key = $2',
    [act.userId, act.key],
  )
  if (known === undefined) return remember(tx, act, await work())
  if (known.route === act.route && known.body_hash === act.bodyHash) return known.response
  throw idempotencyMismatch(act.key)
}

export function idempotencyMismatch(key: string): DomainError {
  return new DomainError(
    'IDEMPOTENCY_MISMATCH',
    `Idempotency-Key ${key} belongs to another request. Use a new key for a new act.`,
  )
}

async function remember<Answer>(tx: Sql, act: IdempotentAct, response: Answer): Promise<Answer> {
  await tx.query(
    'insert into idempotency_keys (user_id, key, route, body_hash, response) values ($1, $2, $3, $4, $5)',
    [act.userId, act.key, act.route, act.bodyHash, JSON.stringify(response)],
  )
  return response
}
