import type { BucketStore } from '../store/bucket-store.ts'
import { parseCorsRules, toCorsHeaders } from '../policy/cors-rules.ts'
import type { OperationSource } from './operation.ts'
import type { ReplyHeaders } from './reply.ts'

function readRequestedHeaders(value: string | undefined): string[] {
  const names = (value ?? '').split(',').map((name) => name.trim().toLowerCase())
  return names.filter(Boolean)
}

/** The CORS headers for a request; undefined when its bucket's rules do not allow it, or it is not a CORS request. */
export function readCorsHeaders(buckets: BucketStore, request: OperationSource): ReplyHeaders | undefined {
  const { origin } = request.headers
  const document = origin === undefined ? undefined : buckets.getDocument(request.bucket, 'cors')
  if (origin === undefined || document === undefined) return undefined
  const isPreflight = request.method === 'OPTIONS'
  return toCorsHeaders(parseCorsRules(document), {
    origin,
    method: isPreflight ? String(request.headers['access-control-request-method']) : request.method,
    requestHeaders: readRequestedHeaders(request.headers['access-control-request-headers']),
  })
}
