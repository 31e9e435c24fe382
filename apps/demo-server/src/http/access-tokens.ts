import { type User, userSchema } from '@gallerist/sdk/contract'
import { jwtVerify, SignJWT } from 'jose'
import { DomainError } from '../domain/domain-error.ts'

const issuer = 'gallerist'
const audience = 'gallerist-api'
const defaultLifeMs = 12 * 3_600_000

/** Signs and checks the bearer tokens of users. */
export interface AccessTokens {
  /** A token for the user; `lifeMs` defaults to 12 hours. */
  issue(user: User, options?: { lifeMs?: number }): Promise<{ token: string; expiresAt: string }>
  /** The user a token names. @throws DomainError UNAUTHENTICATED where it does not hold. */
  verify(token: string): Promise<User>
}

/** Tokens signed with HS256 and one secret; no other algorithm is accepted, `none` included. */
export function createAccessTokens(secret: string): AccessTokens {
  const key = new TextEncoder().encode(secret)
  return {
    issue: async (user, { lifeMs = defaultLifeMs } = {}) => {
      const expiresAt = new Date(Math.floor((Date.now() + lifeMs) / 1000) * 1000)
      const token = await new SignJWT({ name: user.name, role: user.role })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(user.id)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key)
      return { token, expiresAt: expiresAt.toISOString() }
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          audience,
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'sub'],
        })
        return userSchema.parse({ id: payload.sub, name: payload['name'], role: payload['role'] })
      } catch (cause) {
        throw new DomainError('UNAUTHENTICATED', 'The token is not valid or has expired; sign in again.', { cause })
      }
    },
  }
}
