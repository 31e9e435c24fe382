import type { RetryOptions } from '../client/retry-policy.ts'
import { isRetryableAnswer } from '../client/retry-policy.ts'
import { parseRetryAfterMs } from '../client/retry-after.ts'
import type { Transport, TransportResponse } from '../client/transport.ts'
import { withRetries, type Attempt } from '../client/with-retries.ts'
import type { Clock } from '../client/clock.ts'
import { limits, type UploadTicket } from '../contract/index.ts'
import type { GalleristError } from '../errors/gallerist-error.ts'
import { toGalleristError } from '../errors/to-gallerist-error.ts'
import { UploadRejectedError } from '../errors/upload-rejected-error.ts'
import { tooLarge } from './inspect-file.ts'

export interface BucketContext {
  readonly transport: Transport
  readonly retry: RetryOptions
  readonly clock: Clock
  readonly random: () => number
}

export interface BucketUpload {
  readonly ticket: UploadTicket
  readonly file: File
  readonly fileName: string
  readonly mime: string
  readonly signal?: AbortSignal | undefined
  readonly onSent: (bytes: number) => void
}

/** Posts the ticket's form with the file as its last part. Adds no header: the signature covers what is sent. */
export function sendToBucket(context: BucketContext, upload: BucketUpload): Promise<void> {
  const { ticket, signal, onSent } = upload
  const body = toForm(upload)
  const attempt = async (): Promise<Attempt<void>> => {
    let isUnderWay = true
    try {
      const response = await context.transport({
        target: 'bucket',
        method: 'POST',
        url: ticket.url,
        headers: {},
        body,
        timeoutMs: limits.ticketMs,
        signal,
        // A transport may count bytes with a delay, and those of an attempt that is over are no progress.
        onUploadProgress: (sentBytes) => {
          if (isUnderWay) onSent(sentBytes)
        },
      })
      return toAttempt(response, upload.file.size, context.clock.now())
    } catch (error) {
      return { error: toGalleristError(error), retryAfterMs: null }
    } finally {
      isUnderWay = false
    }
  }
  return withRetries(attempt, { ...context, signal })
}

/** Says whether another ticket may help: this one ran out, or was signed with credentials that did. */
export function isTicketRefused(error: GalleristError): boolean {
  return error.code === 'UPLOAD_REJECTED' && (error.status === 403 || error.details?.['bucketCode'] === 'ExpiredToken')
}

function toForm({ ticket, file, fileName, mime }: BucketUpload): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', file.slice(0, file.size, mime), fileName)
  return form
}

function toAttempt({ status, headers, body }: TransportResponse, sizeBytes: number, nowMs: number): Attempt<void> {
  if (status >= 200 && status < 300) return { value: undefined }
  const bucketCode = readXmlText(body, 'Code')
  if (bucketCode === 'EntityTooLarge' || status === 413) {
    return { error: tooLarge(sizeBytes, `The bucket refused ${sizeBytes} bytes`, status), retryAfterMs: null }
  }
  const requestId = headers['x-amz-request-id'] ?? readXmlText(body, 'RequestId')
  // S3 says 400 RequestTimeout where the bytes came too slowly.
  const retryable = isRetryableAnswer(status) || bucketCode === 'RequestTimeout'
  return {
    error: new UploadRejectedError({ status, bucketCode, requestId, retryable }),
    retryAfterMs: parseRetryAfterMs(headers['retry-after'], nowMs),
  }
}

/** The text of an element without attributes, as in S3's error documents; no parser of XML for two words. */
function readXmlText(xml: string, element: string): string | null {
  return new RegExp(`<${element}>([\\w.-]{1,200})</${element}>`).exec(xml)?.[1] ?? null
}
