import type { z } from 'zod'
import type { issueSchema } from '../contract/index.ts'
import { GalleristError } from './gallerist-error.ts'

export type Issue = z.infer<typeof issueSchema>

/** The call itself is wrong; nothing was sent. */
export class InvalidInputError extends GalleristError {
  override readonly name = 'InvalidInputError'
  readonly issues: readonly Issue[]

  constructor(message: string, issues: readonly Issue[]) {
    super({ code: 'INVALID_INPUT', message, status: null, requestId: null, retryable: false, details: { issues } })
    this.issues = issues
  }
}
