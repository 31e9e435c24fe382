const prefix = 'fake-token-'

/** The token that stands for a user; it never runs out. */
export function tokenOf(userId: string): string {
  return `${prefix}${userId}`
}

/** The user that a token stands for; null where it is no token of the fake backend. */
export function userIdOfToken(token: string): string | null {
  return token.startsWith(prefix) ? token.slice(prefix.length) : null
}
