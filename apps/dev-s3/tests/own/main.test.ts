import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { prepareFolder } from '../fixture/own-server.ts'
import { spawnServer, startServerProcess } from '../fixture/server-process.ts'

test('SIGTERM ends the process with 0 and frees the folder', async () => {
  const dataDir = await prepareFolder()
  const server = await startServerProcess(dataDir)
  expect((await fetch(server.url)).status).toBe(403)
  expect(await server.end('SIGTERM')).toEqual({ code: 0 })
  await expect(access(join(dataDir, 'pid'))).rejects.toThrow('ENOENT')
})

test('missing credentials end the process with a message', async () => {
  const dataDir = await prepareFolder()
  const child = spawnServer(['--data', dataDir], { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' })
  const exited = once(child, 'exit')
  expect(child.stderr && (await text(child.stderr))).toContain('AWS_ACCESS_KEY_ID')
  await exited
  expect(child.exitCode).toBe(1)
})
