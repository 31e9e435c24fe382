import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../s3-error.ts'
import { parseAmzDate } from './amz-date.ts'

const maxSkewMs = 15 * 60_000
const maxExpiresSeconds = 7 * 24 * 3600
const headerPattern = /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/

/** What a request claims about its signature, before the signature itself is checked. */
export interface Authorization {
  readonly scope: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  readonly amzDate: string
  readonly payloadHash: string
}

interface SignedRequest {
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
}

function headerText(headers: IncomingHttpHeaders, name: string): string {
  return String(headers[name] ?? '')
}

function readHeaderAuthorization(headers: IncomingHttpHeaders, nowMs: number): Authorization {
  const [, scope = '', names = '', signature = ''] = headerPattern.exec(headers.authorization ?? '') ?? []
  if (!signature) throw new S3Error('InvalidArgument', 'Unsupported Authorization Type')
  const amzDate = headerText(headers, 'x-amz-date')
  if (Math.abs(nowMs - parseAmzDate(amzDate)) > maxSkewMs) throw new S3Error('RequestTimeTooSkewed')
  const payloadHash = headerText(headers, 'x-amz-content-sha256')
  if (!payloadHash)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  return { scope, signedHeaders: names.split(';'), signature, amzDate, payloadHash }
}

function assertNotExpired(amzDate: string, expires: string, nowMs: number): void {
  const expiresSeconds = Number(expires)
  if (!(expiresSeconds >= 1 && expiresSeconds <= maxExpiresSeconds)) {
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Expires must be between 1 and ${maxExpiresSeconds}`)
  }
  const signedAtMs = parseAmzDate(amzDate)
  if (nowMs > signedAtMs + expiresSeconds * 1000) throw new S3Error('AccessDenied', 'Request has expired')
  if (signedAtMs - nowMs > maxSkewMs) throw new S3Error('AccessDenied', 'Request is not valid yet')
}

function readQueryAuthorization({ headers, query }: SignedRequest, nowMs: number): Authorization {
  const amzDate = query.get('X-Amz-Date') ?? ''
  assertNotExpired(amzDate, query.get('X-Amz-Expires') ?? '', nowMs)
  return {
    scope: query.get('X-Amz-Credential') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    amzDate,
    payloadHash: headerText(headers, 'x-amz-content-sha256') || 'UNSIGNED-PAYLOAD',
  }
}

/** Reads the header or query authorization and checks its times; undefined for an anonymous request. */
export function readAuthorization(request: SignedRequest, nowMs: number): Authorization | undefined {
  if (request.headers.authorization !== undefined) return readHeaderAuthorization(request.headers, nowMs)
  const algorithm = request.query.get('X-Amz-Algorithm')
  if (algorithm === 'AWS4-HMAC-SHA256') return readQueryAuthorization(request, nowMs)
  if (algorithm !== null || request.query.has('Signature')) {
    throw new S3Error('InvalidArgument', 'Only AWS4-HMAC-SHA256 is supported')
  }
  return undefined
}
