import { GalleristError } from './gallerist-error.ts'

/** The API refused, with a problem document; `code` says why, `readErrorDetails` gives the facts. */
export class ApiError extends GalleristError {
  override readonly name = 'ApiError'
}
