import { once } from 'node:events'
import { createServer } from 'node:net'

/** The first of `count` neighbouring ports that nobody listens on at this moment. */
export async function findFreePort(count = 1): Promise<number> {
  const first = await listen(0)
  if (first === null) throw new Error('There is no free port.')
  for (let port = first + 1; port < first + count; port += 1)
    if ((await listen(port)) === null) return findFreePort(count)
  return first
}

async function listen(port: number): Promise<number | null> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return null
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : null
}
