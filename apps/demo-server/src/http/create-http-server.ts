import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { closeIdleConnectionsOnClose } from './close-idle-connections.ts'
import { sendProblem, registerProblemHandler } from './problem-handler.ts'
import { formLimits } from './read-form.ts'
import { registerApiDocs } from './register-api-docs.ts'
import { registerSecurity, type SecurityOptions } from './register-security.ts'

/** Room for 10,000 items with long captions. */
const bodyLimitBytes = 16 * 1024 * 1024

export interface HttpServerOptions {
  readonly logger: NonNullable<FastifyServerOptions['logger']>
  readonly security: SecurityOptions
}

/** The frame that routes are registered in: parsing, problems, headers, limits, documents. */
export async function createHttpServer({ logger, security }: HttpServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 1000 },
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerProblemHandler(app)
  acceptEmptyJson(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await registerSecurity(app, security)
  await app.register(multipart, { limits: formLimits, throwFileSizeLimit: true })
  await registerApiDocs(app)
  closeIdleConnectionsOnClose(app)
  return app
}

/** Some clients name a content type on requests without a body; the row's schema decides whether one is needed. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null)
    else void parseJson(request, text, done)
  })
}
