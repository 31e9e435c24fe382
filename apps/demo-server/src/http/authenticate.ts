import type { Endpoint, User } from '@gallerist/sdk/contract'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../domain/domain-error.ts'
import type { AccessTokens } from './access-tokens.ts'

/**
 * Who sends the request, as far as the row asks for it; null only where anyone may call and no token came. A token that
 * does not hold is refused everywhere: an expired session must not look like an empty public page.
 */
export async function authenticate(
  request: FastifyRequest,
  access: Endpoint['access'],
  tokens: AccessTokens,
): Promise<User | null> {
  const token = readBearer(request.headers.authorization)
  if (token === null) {
    if (access === 'anyone') return null
    throw new DomainError('UNAUTHENTICATED', 'A bearer token is needed; sign in.')
  }
  const user = await tokens.verify(token)
  if (access === 'admin' && user.role !== 'admin') {
    throw new DomainError('FORBIDDEN', `Only administrators may do this; "${user.name}" is not one.`)
  }
  return user
}

function readBearer(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization === '') return null
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (token === undefined) throw new DomainError('UNAUTHENTICATED', 'Only "Authorization: Bearer <token>" is taken.')
  return token
}
