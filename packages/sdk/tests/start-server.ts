/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly json?: unknown
  readonly text?: string
}

/** `cut` ends the connection without an answer, `hang` never answers. */
export type Reply = Answer | 'cut' | 'hang'

export interface TestServer {
  readonly url: string
  readonly seen: readonly SeenRequest[]
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

function send(response: ServerResponse, { status = 200, headers = {}, json, text }: Answer): void {
  const body = text ?? JSON.stringify(json ?? null)
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

/** A real server on this machine for the length of a test. `reply` is asked with each request and its number from 0. */
export async function startServer(
  reply: (request: SeenRequest, index: number) => Reply | Promise<Reply>,
): Promise<TestServer> {
  const seen: SeenRequest[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body: await readBody(request).catch(() => '') }
    seen.push(one)
    const given = await reply(one, seen.length - 1)
    if (given === 'cut') request.socket.destroy()
    else if (given !== 'hang') send(response, given)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, seen }
}

/** A problem document as the API sends it. */
export function problem(status: number, code: string, details?: Record<string, unknown>): Answer {
  const facts = { type: 'about:blank', title: code, status, detail: `It said ${code}.`, instance: 'req-1', code }
  return { status, json: { ...facts, ...(details && { details }) } }
}
