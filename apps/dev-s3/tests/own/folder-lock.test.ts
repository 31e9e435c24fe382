import { createDevS3, FolderInUseError } from '@gallerist/dev-s3'
import { expect, test } from 'vitest'
import { startOwnServer, prepareFolder } from '../fixture/own-server.ts'
import { startServerProcess } from '../fixture/server-process.ts'

const credentials = { accessKeyId: 'own', secretAccessKey: 'own-secret' }

test('a folder in use by another process is refused and its owner named', async () => {
  const dataDir = await prepareFolder()
  const owner = await startServerProcess(dataDir)
  const second = createDevS3({ dataDir, ...credentials })
  await expect(second).rejects.toThrow(FolderInUseError)
  await expect(second).rejects.toMatchObject({ pid: owner.child.pid, dataDir })
  await owner.end('SIGTERM')
})

test('a folder in use by this process is refused too', async () => {
  const { dataDir } = await startOwnServer()
  await expect(createDevS3({ dataDir, ...credentials })).rejects.toThrow(`in use by process ${process.pid}`)
})

test('a lock that a killed process left is no lock', async () => {
  const dataDir = await prepareFolder()
  const owner = await startServerProcess(dataDir)
  await owner.end('SIGKILL')
  const s3 = await createDevS3({ dataDir, ...credentials })
  await s3.close()
})

test('a closed folder can be opened again and still has its buckets', async () => {
  const dataDir = await prepareFolder()
  const first = await createDevS3({ dataDir, ...credentials })
  first.ensureBucket('kept')
  await first.close()
  const second = await createDevS3({ dataDir, ...credentials })
  const { url } = await second.listen()
  expect((await fetch(`${url}/kept`)).status).toBe(403)
  await second.close()
})
