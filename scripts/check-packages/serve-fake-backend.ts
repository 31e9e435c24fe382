import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface ServedBackend {
  readonly url: string
  stop(): void
}

/** Starts a consumer's `serve.mjs`, which also serves the pages in `pages`. */
export async function serveFakeBackend(consumer: string, pages: string): Promise<ServedBackend> {
  const child = spawn(process.execPath, [join(consumer, 'serve.mjs'), pages], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => null)])
  if (line === null) throw new Error('The fake backend from the tarball did not start.')
  return { url: String(line[0]).trim(), stop: () => void child.kill() }
}
