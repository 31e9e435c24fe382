import type { Endpoint } from '@gallerist/sdk/contract'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../domain/domain-error.ts'
import { refuseInvalid } from './to-domain-error.ts'

/** The version in `If-Match: "<version>"`, as the row asks for it. */
export function readBaseVersion(request: FastifyRequest, ifMatch: Endpoint['ifMatch']): number | null {
  const header = request.headers['if-match']
  if (ifMatch === undefined) return null
  if (header === undefined) {
    if (ifMatch === 'optional') return null
    throw new DomainError('PRECONDITION_REQUIRED', 'Send If-Match with the version that you edited, such as "3".')
  }
  const version = Number(/^"(\d{1,9})"$/.exec(header)?.[1] ?? Number.NaN)
  if (version >= 1) return version
  throw refuseInvalid([{ path: 'headers.if-match', message: 'is not a version in quotes, such as "3"' }])
}

/** The client's key for this one act; null where it sent none. */
export function readIdempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  if (header === undefined || request.method === 'GET') return null
  if (typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header)) return header
  throw refuseInvalid([{ path: 'headers.idempotency-key', message: 'is not 1 to 255 visible ASCII characters' }])
}
