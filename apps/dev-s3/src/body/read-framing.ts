import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../s3-error.ts'

export interface BodyFraming {
  readonly isAwsChunked: boolean
  /** The declared size of the decoded body; undefined for an HTTP-chunked POST. */
  readonly sizeBytes: number | undefined
}

function readDeclaredSize(method: string, headers: IncomingHttpHeaders, isAwsChunked: boolean): number | undefined {
  const declared = headers[isAwsChunked ? 'x-amz-decoded-content-length' : 'content-length']
  if (declared !== undefined) return Number(declared)
  return headers['transfer-encoding'] === undefined && method === 'PUT' && !isAwsChunked ? 0 : undefined
}

/** Reads how a body is framed. @throws S3Error for signed chunks and for a PUT of unknown length. */
export function readFraming(method: string, headers: IncomingHttpHeaders): BodyFraming {
  const payload = String(headers['x-amz-content-sha256'] ?? '')
  const isAwsChunked = payload.startsWith('STREAMING-') || /aws-chunked/.test(headers['content-encoding'] ?? '')
  if (isAwsChunked && payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    throw new S3Error('NotImplemented', 'Signed chunks are not supported')
  }
  const sizeBytes = readDeclaredSize(method, headers, isAwsChunked)
  if (method === 'PUT' && !Number.isSafeInteger(sizeBytes)) throw new S3Error('MissingContentLength')
  return { isAwsChunked, sizeBytes }
}
