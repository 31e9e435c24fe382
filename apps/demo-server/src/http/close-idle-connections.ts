import type { FastifyInstance } from 'fastify'

const intervalMs = 100

/** Connections that turn idle after `close()` began would hold it until their keep-alive ends: keep closing them. */
export function closeIdleConnectionsOnClose(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), intervalMs)
    timer.unref()
    app.server.once('close', () => clearInterval(timer))
  })
}
