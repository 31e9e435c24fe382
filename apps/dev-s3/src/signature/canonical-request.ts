import type { IncomingHttpHeaders } from 'node:http'
import { encodeUri, encodeUriPath } from '../uri-encode.ts'

/** The parts of a request that SigV4 signs; path and query are already decoded. */
export interface SignableRequest {
  readonly method: string
  readonly path: string
  readonly queryPairs: [name: string, value: string][]
  readonly headers: IncomingHttpHeaders
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function toCanonicalQuery(pairs: SignableRequest['queryPairs']): string {
  return pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeUri(name), encodeUri(value)] as const)
    .toSorted(([leftName, leftValue], [rightName, rightValue]) => {
      return compare(leftName, rightName) || compare(leftValue, rightValue)
    })
    .map((pair) => pair.join('='))
    .join('&')
}

function toHeaderLine(headers: IncomingHttpHeaders, name: string): string {
  return `${name}:${String(headers[name] ?? '')
    .trim()
    .replace(/\s+/g, ' ')}`
}

/** Builds SigV4's canonical request. S3 encodes the path once and does not normalise it. */
export function toCanonicalRequest(
  request: SignableRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  return [
    request.method,
    encodeUriPath(request.path),
    toCanonicalQuery(request.queryPairs),
    ...signedHeaders.map((name) => toHeaderLine(request.headers, name)),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}
