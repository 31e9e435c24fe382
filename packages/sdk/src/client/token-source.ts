import { CredentialsError } from '../errors/credentials-error.ts'

/**
 * Gives the bearer token, or null to call as nobody. `refresh` is true once after a 401: the last token was refused, get
 * a new one.
 */
export type AuthFunction = (request: { readonly refresh: boolean }) => string | null | Promise<string | null>

export interface Token {
  readonly value: string | null
  /** How many refreshes came before it. */
  readonly generation: number
}

export interface TokenSource {
  read(): Promise<Token>
  /** Another token than the one that was refused; refreshes unless that has happened since. */
  replace(refused: Token): Promise<Token>
}

async function askFor(auth: AuthFunction, refresh: boolean): Promise<string | null> {
  try {
    return await auth({ refresh })
  } catch (error) {
    throw new CredentialsError(error)
  }
}

/** Asks the auth function, once for all that wait at the same time. */
export function createTokenSource(auth: AuthFunction): TokenSource {
  let generation = 0
  let reading: Promise<Token> | null = null
  let refreshing: Promise<Token> | null = null

  const startReading = async (): Promise<Token> => {
    const startedIn = generation
    try {
      return { value: await askFor(auth, false), generation: startedIn }
    } finally {
      reading = null
    }
  }
  const startRefreshing = async (): Promise<Token> => {
    try {
      const value = await askFor(auth, true)
      generation += 1
      return { value, generation }
    } finally {
      refreshing = null
    }
  }
  const read = (): Promise<Token> => refreshing ?? (reading ??= startReading())

  return {
    read,
    replace: (refused) => (refused.generation < generation ? read() : (refreshing ??= startRefreshing())),
  }
}
