// The fake backend of @gallerist/sdk/msw as a server on loopback; prints where it is and the gallery it holds.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createFakeBackend } from '@gallerist/sdk/msw'
import { getResponse } from 'msw'

const server = createServer((request, response) => {
  void answer(request).then((answered) => send(answered, response))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const baseUrl = `http://127.0.0.1:${server.address().port}`
const backend = createFakeBackend({ baseUrl, currentUser: 'alice', graceMs: 0 })

async function answer(request) {
  const { pathname } = new URL(request.url, baseUrl)
  if (pathname === '/new-gallery') return Response.json(backend.seedGallery({ items: 3 }).id)
  if (pathname === '/object-keys') return Response.json(backend.objectKeys())
  if (pathname.startsWith('/page/')) return await readPage(pathname)
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const asked = new Request(new URL(request.url, baseUrl), {
    method: request.method,
    headers: request.headers,
    ...(hasBody && { body: request, duplex: 'half' }),
  })
  return (await getResponse(backend.handlers, asked)) ?? new Response(null, { status: 404 })
}

async function readPage(pathname) {
  const type = { html: 'text/html', js: 'text/javascript', css: 'text/css' }[pathname.split('.').at(-1)]
  return new Response(await readFile(process.argv[2] + pathname), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  })
}

async function send(answered, response) {
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}

console.log(baseUrl)
