import type { AuthFunction, DemoToken } from '@gallerist/sdk'

/** A token is not used in its last half minute, so that none runs out on its way. */
const marginMs = 30_000

/** Signs in as a demo user: one token, kept until it is nearly over or was refused. */
export function createDemoAuth(fetchToken: () => Promise<DemoToken>, now: () => number = Date.now): AuthFunction {
  let kept: DemoToken | null = null
  return async ({ refresh }) => {
    if (refresh || kept === null || Date.parse(kept.expiresAt) - now() < marginMs) kept = await fetchToken()
    return kept.token
  }
}
