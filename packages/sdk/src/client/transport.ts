export interface TransportRequest {
  /** `bucket`: straight to object storage. Nothing may be added there: no header, no cookie, no query. */
  readonly target: 'api' | 'bucket'
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text or a form; a form sets its own content type. */
  readonly body?: string | FormData | undefined
  /** For this one attempt. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly onUploadProgress?: ((sentBytes: number) => void) | undefined
}

export interface TransportResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Sends one attempt and answers with whatever status came back. Throws only where no answer came: `NetworkError`,
 * `TimeoutError` or `AbortedError`; anything else is taken for a network error.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>
