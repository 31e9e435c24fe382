import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves a built page: its assets carry their hash in the name, the page itself is asked for anew. */
export async function servePage(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    decorateReply: false,
    setHeaders: (reply, path) => {
      const isAsset = /[\\/]assets[\\/]/.test(path)
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
