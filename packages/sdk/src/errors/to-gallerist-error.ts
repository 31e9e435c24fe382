import { AbortedError } from './aborted-error.ts'
import type { GalleristError } from './gallerist-error.ts'
import { isGalleristError } from './is-gallerist-error.ts'
import { NetworkError } from './network-error.ts'
import { scrubCause } from './scrub-cause.ts'
import { TimeoutError } from './timeout-error.ts'

/** Turns whatever was thrown while sending into an error of the SDK; those it already is stay as they are. */
export function toGalleristError(thrown: unknown): GalleristError {
  if (isGalleristError(thrown)) return thrown
  const name = thrown instanceof Error ? thrown.name : ''
  // What fetch and AbortSignal throw.
  if (name === 'AbortError') return new AbortedError()
  if (name === 'TimeoutError') return new TimeoutError('No answer came in time.', scrubCause(thrown))
  return new NetworkError('The request got no answer.', scrubCause(thrown))
}
