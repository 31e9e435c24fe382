import { GalleristError } from './gallerist-error.ts'

export interface UnexpectedResponse {
  readonly call: string
  readonly status: number
  readonly requestId: string | null
  readonly retryable: boolean
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** An answer that is neither a success nor a problem this version knows: a proxy's page, or a newer server. */
export class UnexpectedResponseError extends GalleristError {
  override readonly name = 'UnexpectedResponseError'

  constructor({ call, ...facts }: UnexpectedResponse) {
    super({ code: 'UNEXPECTED_RESPONSE', message: `${call} answered ${facts.status} in an unknown form.`, ...facts })
  }
}
