import type { Endpoint, User } from '../../contract/index.ts'
import type { BackendCore } from '../backend-core.ts'
import { userIdOfToken } from '../handlers/token.ts'
import { Refusal } from '../state/refusal.ts'

/** The user of a request; null for anyone. A token that is none is refused even where none is needed. */
export function authenticate(core: BackendCore, request: Request, access: Endpoint['access']): User | null {
  const user = findUser(core, request.headers.get('Authorization'))
  if (user === null && access !== 'anyone') throw new Refusal('UNAUTHENTICATED', 'Send a token: nobody is signed in.')
  if (access === 'admin' && user?.role !== 'admin') throw new Refusal('FORBIDDEN', 'Only an admin may do this.')
  return user
}

function findUser(core: BackendCore, authorization: string | null): User | null {
  const userId = authorization === null ? core.currentUserId() : userIdOfToken(authorization.replace(/^Bearer\s+/i, ''))
  if (authorization === null && userId === null) return null
  const user = [...core.state().users.values()].find(({ id }) => id === userId)
  if (user === undefined) throw new Refusal('UNAUTHENTICATED', 'The token is not valid; sign in again.')
  return user
}
