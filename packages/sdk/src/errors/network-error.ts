import { GalleristError } from './gallerist-error.ts'

/** No answer came: offline, refused, cut, or blocked by CORS. What was asked may have happened all the same. */
export class NetworkError extends GalleristError {
  override readonly name = 'NetworkError'

  constructor(message: string, cause?: unknown) {
    super({ code: 'NETWORK_ERROR', message, status: null, requestId: null, retryable: true, cause })
  }
}
