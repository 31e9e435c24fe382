import { createHash } from 'node:crypto'
import { S3Error } from '../s3-error.ts'
import { readAuthorization } from './authorization.ts'
import { type SignableRequest, toCanonicalRequest } from './canonical-request.ts'
import { readScopeDate } from './credential-scope.ts'
import { createSignature, type Credentials, isSameSignature } from './signing-key.ts'

function assertHeadersSigned(request: SignableRequest, signedHeaders: readonly string[]): void {
  if (!signedHeaders.includes('host')) throw new S3Error('AccessDenied', 'The Host header must be signed')
  const unsigned = Object.keys(request.headers).find(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name),
  )
  if (unsigned !== undefined) {
    throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${unsigned}`)
  }
}

/**
 * Checks a request's SigV4 signature, in the Authorization header or in the query of a presigned URL.
 *
 * @returns whether the request was signed at all: false means anonymous.
 * @throws S3Error when it is signed, but not validly, not now, or not by us.
 */
export function verifySignature(
  request: SignableRequest & { readonly query: URLSearchParams },
  credentials: Credentials,
  nowMs: number,
): boolean {
  const authorization = readAuthorization(request, nowMs)
  if (!authorization) return false
  const { amzDate, signedHeaders } = authorization
  const date = readScopeDate(authorization.scope, credentials)
  if (date !== amzDate.slice(0, 8)) throw new S3Error('SignatureDoesNotMatch')
  assertHeadersSigned(request, signedHeaders)
  const canonicalRequest = toCanonicalRequest(request, signedHeaders, authorization.payloadHash)
  const hash = createHash('sha256').update(canonicalRequest).digest('hex')
  const scope = `${date}/${credentials.region}/s3/aws4_request`
  const expected = createSignature(credentials, date, ['AWS4-HMAC-SHA256', amzDate, scope, hash].join('\n'))
  if (!isSameSignature(expected, authorization.signature)) throw new S3Error('SignatureDoesNotMatch')
  return true
}
