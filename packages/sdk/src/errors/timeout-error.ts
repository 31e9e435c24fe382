import { GalleristError } from './gallerist-error.ts'

/** No answer came in time. What was asked may have happened all the same. */
export class TimeoutError extends GalleristError {
  override readonly name = 'TimeoutError'

  constructor(message: string, cause?: unknown) {
    super({ code: 'TIMEOUT', message, status: null, requestId: null, retryable: true, cause })
  }
}
