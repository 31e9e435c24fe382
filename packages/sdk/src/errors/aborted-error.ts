import { GalleristError } from './gallerist-error.ts'

/** The caller took the request back. An outcome of its own: never retried, nothing to show. */
export class AbortedError extends GalleristError {
  override readonly name = 'AbortedError'

  constructor(message = 'The request was aborted by its caller.') {
    super({ code: 'ABORTED', message, status: null, requestId: null, retryable: false })
  }
}
