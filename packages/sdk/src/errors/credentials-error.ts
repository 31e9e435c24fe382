import { GalleristError } from './gallerist-error.ts'
import { scrubCause } from './scrub-cause.ts'

/** The `auth` function of the client failed, so nothing was sent. */
export class CredentialsError extends GalleristError {
  override readonly name = 'CredentialsError'

  constructor(cause: unknown) {
    super({
      code: 'UNAUTHENTICATED',
      message: 'The auth function of the client gave no token.',
      status: null,
      requestId: null,
      retryable: false,
      cause: scrubCause(cause),
    })
  }
}
