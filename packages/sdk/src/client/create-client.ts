import type { GalleristClientOptions } from './client-options.ts'
import type { GalleristClient } from './gallerist-client.ts'

/**
 * Creates a client of the API.
 *
 * @example const client = createGalleristClient({ baseUrl: 'https://api.example', auth: () => readToken() })
 */
export function createGalleristClient(_options: GalleristClientOptions = {}): GalleristClient {
  throw new Error('is being built')
}
