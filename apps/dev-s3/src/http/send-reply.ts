import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { readMessage } from '../body/receive-body.ts'
import type { Reply } from './reply.ts'

const maxDrainedBytes = 16 * 2 ** 20

/** Reads on what the handler left over: a client that is still sending would get a reset instead of the answer. */
async function drain(message: IncomingMessage): Promise<void> {
  let drainedBytes = 0
  for await (const chunk of readMessage(message)) {
    drainedBytes += chunk.length
    if (drainedBytes > maxDrainedBytes) break
  }
}

function writeHead(message: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  if (!message.complete) response.setHeader('connection', 'close')
  if (typeof body === 'string' && status !== 204 && status !== 304) {
    response.setHeader('content-length', Buffer.byteLength(body))
  }
  response.writeHead(status, headers)
}

async function send(message: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  await drain(message)
  writeHead(message, response, reply)
  if (typeof reply.body === 'string') response.end(reply.body)
  else await pipeline(reply.body, response)
}

/** Sends a reply. A connection that breaks meanwhile is not an error. */
export async function sendReply(message: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  try {
    if (!response.destroyed) await send(message, response, reply)
  } catch {
    response.destroy()
  } finally {
    if (typeof reply.body !== 'string') reply.body.destroy()
  }
}
