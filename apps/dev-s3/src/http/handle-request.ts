import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { handlers } from '../operations/handlers.ts'
import { S3Error } from '../s3-error.ts'
import { type AuthorizableRequest, authorize } from './authorize.ts'
import { readCorsHeaders } from './cors.ts'
import { toOperation } from './operation.ts'
import { parseTarget } from './parse-target.ts'
import { emptyReply, errorReply, type Reply } from './reply.ts'
import type { Fault, RequestHook } from './request-hook.ts'
import type { S3Context } from './s3-request.ts'
import { sendReply } from './send-reply.ts'

export interface ServerContext extends S3Context {
  readonly onRequest: RequestHook
  readonly onError: (error: unknown) => void
}

interface IncomingRequest extends AuthorizableRequest {
  readonly message: IncomingMessage
}

function parseRequest(message: IncomingMessage): IncomingRequest {
  const target = parseTarget(message.url ?? '')
  const query = new URLSearchParams(target.queryPairs)
  const source = { ...target, query, method: message.method ?? '', headers: message.headers }
  return { ...source, message, operation: toOperation(source) }
}

async function runOperation(request: IncomingRequest, fault: Fault, context: S3Context): Promise<Reply> {
  const { operation } = request
  const isSigned = authorize(request, context)
  if (operation === undefined || operation === 'Preflight') throw new S3Error('NotImplemented')
  const failKey = typeof fault === 'object' && 'failKeys' in fault ? fault.failKeys : () => undefined
  return await handlers[operation]({ ...request, isSigned, failKey }, context)
}

function toErrorReply(error: unknown, { onError }: ServerContext): Reply {
  if (error instanceof S3Error) return errorReply(error)
  onError(error)
  return errorReply(new S3Error('InternalError'))
}

async function answer(request: IncomingRequest, fault: Fault, server: ServerContext): Promise<Reply> {
  const corsHeaders = readCorsHeaders(server.storage.buckets, request)
  const decide = async (): Promise<Reply> => {
    if (typeof fault === 'object' && 'status' in fault) return errorReply({ ...fault, message: 'Injected by a test' })
    if (request.operation !== 'Preflight') return await runOperation(request, fault, server)
    if (!corsHeaders) throw new S3Error('AccessForbidden')
    return emptyReply(200)
  }
  const reply = await decide().catch((error: unknown) => toErrorReply(error, server))
  const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'
  return { ...reply, headers: { ...reply.headers, ...corsHeaders, vary } }
}

async function respond(message: IncomingMessage, response: ServerResponse, server: ServerContext): Promise<void> {
  const request = parseRequest(message)
  const fault = await server.onRequest(request)
  if (fault === 'connection-lost') {
    response.destroy()
    return
  }
  const reply = await answer(request, fault, server)
  if (fault === 'reply-lost') response.destroy()
  await sendReply(message, response, reply)
}

/** Handles one HTTP request from its head to the end of its answer. Never rejects. */
export async function handleRequest(
  message: IncomingMessage,
  response: ServerResponse,
  server: ServerContext,
): Promise<void> {
  response.setHeader('x-amz-request-id', randomBytes(8).toString('hex').toUpperCase())
  response.setHeader('x-content-type-options', 'nosniff')
  try {
    await respond(message, response, server)
  } catch (error) {
    await sendReply(message, response, toErrorReply(error, server))
  }
}
