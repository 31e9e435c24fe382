import type { FastifyInstance } from 'fastify'

/** Rejects where a part of the server does not answer. */
export type ReadinessCheck = () => Promise<unknown>

/** `/healthz`: the process answers. `/readyz`: so does everything it needs; 503 names what does not. */
export function registerHealth(app: FastifyInstance, checks: Readonly<Record<string, ReadinessCheck>>): void {
  const quiet = { logLevel: 'warn', schema: { hide: true } } as const
  app.get('/healthz', quiet, () => ({ status: 'ok' }))
  app.get('/readyz', quiet, async (request, reply) => {
    const answers = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check()
          return [name, 'ok'] as const
        } catch (error) {
          request.log.warn({ err: error, check: name }, 'not ready')
          return [name, 'failed'] as const
        }
      }),
    )
    const isReady = answers.every(([, state]) => state === 'ok')
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ok' : 'unavailable', checks: Object.fromEntries(answers) })
  })
}
