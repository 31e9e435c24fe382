import { GalleristError } from './gallerist-error.ts'

export interface ContractMismatch {
  /** The call, e.g. `GET /api/galleries/:galleryId`. */
  readonly call: string
  /** Where in the answer, e.g. `items.3.media.id`; empty for the whole of it. */
  readonly path: string
  readonly problem: string
  readonly status: number
  readonly requestId: string | null
}

/** The server succeeded, but its answer is not what the contract says in something that matters. */
export class ContractError extends GalleristError {
  override readonly name = 'ContractError'
  readonly path: string

  constructor({ call, path, problem, status, requestId }: ContractMismatch) {
    const place = path === '' ? 'the answer' : `"${path}"`
    super({
      code: 'CONTRACT_MISMATCH',
      message: `${call} answered against the contract at ${place}: ${problem} (request ${requestId ?? 'unknown'}).`,
      status,
      requestId,
      retryable: false,
      details: { path, problem },
    })
    this.path = path
  }
}
