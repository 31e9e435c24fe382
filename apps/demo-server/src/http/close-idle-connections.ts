import type { FastifyInstance } from 'fastify'

const intervalMs = 100

/**
 * Once `close()` has begun and no request runs, drops every connection. Node waits for those that never sent a request
 * (browsers open some in advance) until their headers are overdue, a minute later.
 */
export function closeIdleConnectionsOnClose(app: FastifyInstance): void {
  let running = 0
  app.server.on('request', (_request, response) => {
    running += 1
    response.once('close', () => (running -= 1))
  })
  app.addHook('preClose', async () => {
    const timer = setInterval(() => {
      if (running === 0) app.server.closeAllConnections()
    }, intervalMs)
    timer.unref()
    app.server.once('close', () => clearInterval(timer))
  })
}
