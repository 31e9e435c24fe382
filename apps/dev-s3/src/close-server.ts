import type { Server } from 'node:http'

const graceMs = 3000
const sweepMs = 20

/**
 * Stops accepting, lets running requests finish for up to 3 s, then cuts them. Connections that are kept alive are
 * closed as soon as they are idle: `server.close` itself waits for those that became idle after it was called.
 */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs)
  await new Promise((resolve) => {
    server.close(resolve)
  })
  clearInterval(sweep)
  clearTimeout(deadline)
}
