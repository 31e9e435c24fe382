import type { ReconcileStopReason } from '@gallerist/sdk/contract'
import type { Database } from '../db/database.ts'
import { StorageError } from '../storage/object-storage.ts'

/** Ends a comparison that can prove nothing any more. */
export class ReconcileStop extends Error {
  override readonly name = 'ReconcileStop'
  readonly reason: ReconcileStopReason

  constructor(reason: ReconcileStopReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** The same database, whose failures stop the comparison: an answer that did not come is not "unknown to us". */
export function stopOnFailure(database: Database): Database {
  return {
    query: <Row>(text: string, values?: readonly unknown[]) => database.query<Row>(text, values).catch(stopAsFailed),
    transaction: (work, options) => database.transaction(work, options).catch(stopAsFailed),
    close: () => database.close(),
  }
}

function stopAsFailed(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : String(cause)
  throw new ReconcileStop('database-failed', `The database did not answer: ${message}`, { cause })
}

/** Why a comparison ended. @throws whatever is neither storage's failure nor a stop of ours */
export function toStop(error: unknown): { reason: ReconcileStopReason; message: string } {
  if (error instanceof ReconcileStop) return { reason: error.reason, message: error.message }
  if (error instanceof StorageError) return { reason: 'storage-failed', message: error.message }
  throw error
}
